import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { NewsPage } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { Icon } from "@/shared/ui/icon";

import { Blocks } from "./blocks";
import { Picture } from "./picture";

import styles from "./views.module.css";

/** The list is the parent of the item: /ru/news/a-title/ → /ru/news/ */
const parentOf = (path: string) => path.replace(/[^/]+\/$/, "");

export function NewsView({ page }: { page: NewsPage }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <article className={styles.article}>
      <Link className={styles.back} to={parentOf(page.path)}>
        <Icon name="back" size={18} /> {t`All news`}
      </Link>
      <header className={styles.head}>
        {page.date && (
          <time className={styles.date} dateTime={page.date}>
            {format.longDate(page.date)}
          </time>
        )}
        <h1>{page.title}</h1>
        {page.intro && <p className={styles.lead}>{page.intro}</p>}
      </header>
      {page.image && (
        <div className={styles.cover}>
          <Picture image={page.image} sizes="(width < 64rem) 100vw, 60rem" first />
        </div>
      )}
      <Blocks blocks={page.body} />
    </article>
  );
}
