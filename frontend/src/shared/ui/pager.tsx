import { Plural, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "react-router";

import styles from "./pager.module.css";

const AROUND = 1;

/** The page numbers to show; 0 stands for a gap: 1 … 4 5 6 … 20. */
export function pageWindow(current: number, last: number): number[] {
  const near = (page: number) => page === 1 || page === last || Math.abs(page - current) <= AROUND;
  const shown = Array.from({ length: last }, (_, at) => at + 1).filter(near);
  return shown.flatMap((page, at) => (at > 0 && page - (shown[at - 1] ?? 0) > 1 ? [0, page] : [page]));
}

interface PagerProps {
  count: number;
  page: number;
  pageSize: number;
}

/** Page links that keep every other filter of the address. */
export function Pager({ count, page, pageSize }: PagerProps) {
  const { t } = useLingui();
  const [params] = useSearchParams();
  const last = Math.max(1, Math.ceil(count / Math.max(1, pageSize)));
  const to = (target: number) => {
    const next = new URLSearchParams(params);
    next.set("page", String(target));
    return `?${next}`;
  };
  return (
    <nav className={styles.pager} aria-label={t`Pages`}>
      <span className={styles.count}>
        <Plural value={count} one="# item" other="# items" />
      </span>
      {last > 1 && (
        <ul className={styles.pages}>
          {pageWindow(page, last).map((target, at) => (
            <li key={target || `gap-${at}`}>
              {target === 0 ? (
                <span className={styles.gap}>…</span>
              ) : (
                <Link
                  className={styles.page}
                  to={to(target)}
                  aria-label={t`Page ${target}`}
                  aria-current={target === page ? "page" : undefined}
                >
                  {target}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
