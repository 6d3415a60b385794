import { useLingui } from "@lingui/react/macro";

import type { OrderDetail } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import styles from "./order-page.module.css";

/** Newest first: the last thing that happened is what the reader came for. */
export function OrderHistory({ history }: { history: OrderDetail["history"] }) {
  const { t } = useLingui();
  const format = useFormat();
  if (history.length === 0) return null;
  return (
    <section className={styles.panel}>
      <h2>{t`History`}</h2>
      <ol className={styles.history}>
        {history.toReversed().map((entry) => (
          <li key={`${entry.at}-${entry.became}`}>
            <strong>{entry.label}</strong>
            <span className={styles.when}>{[format.dateTime(entry.at), entry.by].filter(Boolean).join(" · ")}</span>
            {entry.note && <span>{entry.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
