import { useLingui } from "@lingui/react/macro";

import { compare } from "@/shared/format/decimal";
import { useFormat } from "@/shared/format/use-format";

import styles from "./stock-figure.module.css";

interface StockFigureProps {
  available: string;
  unit: string;
  at: string | null;
}

/** How much can be sold, and as of when 1C has counted it. */
export function StockFigure({ available, unit, at }: StockFigureProps) {
  const { t } = useLingui();
  const format = useFormat();
  const some = compare(available, "0") > 0;
  return (
    <span className={styles.stock}>
      <span className={some ? styles.some : styles.none}>
        {some ? format.quantity(available, unit) : t`out of stock`}
      </span>
      {at && <small className={styles.age}>{t`as of ${format.asOf(at)}`}</small>}
    </span>
  );
}
