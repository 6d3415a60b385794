import { useLingui } from "@lingui/react/macro";

import { compare } from "@/shared/format/decimal";
import { useFormat } from "@/shared/format/use-format";

import styles from "./stock-figure.module.css";

interface StockFigureProps {
  available: string | undefined;
  unit: string;
  at: string | null | undefined;
}

/** How much there is, and as of when; "no data" is not the same as "none". */
export function StockFigure({ available, unit, at }: StockFigureProps) {
  const { t } = useLingui();
  const format = useFormat();
  if (available === undefined) return <span className={styles.none}>{t`no data`}</span>;
  const some = compare(available, "0") > 0;
  return (
    <span className={styles.stock}>
      <span className={some ? styles.some : styles.none}>{some ? format.quantity(available, unit) : t`out of stock`}</span>
      {at && <small className={styles.age}>{t`as of ${format.asOf(at)}`}</small>}
    </span>
  );
}
