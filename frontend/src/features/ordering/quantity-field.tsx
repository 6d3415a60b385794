import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { compare, isDecimal, normalise, sum } from "@/shared/format/decimal";

import styles from "./quantity-field.module.css";

interface QuantityFieldProps {
  label: string;
  value: string;
  onChange: (quantity: string) => void;
  invalid?: boolean;
}

/** A quantity as a decimal string: typed freely, taken over when it is a positive number, put back when it is not. */
export function QuantityField({ label, value, onChange, invalid }: QuantityFieldProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<string | null>(null);
  const step = (by: string) => {
    const next = sum([value || "0", by]);
    if (compare(next, "0") > 0) onChange(normalise(next));
  };
  const type = (text: string) => {
    setDraft(text);
    if (isQuantity(text)) onChange(normalise(text));
  };
  return (
    <span className={styles.quantity} role="group" aria-label={label}>
      <button type="button" aria-label={t`Less`} onClick={() => step("-1")}>
        −
      </button>
      <input
        inputMode="decimal"
        aria-label={label}
        aria-invalid={invalid || (draft !== null && !isQuantity(draft))}
        value={draft ?? value}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" aria-label={t`More`} onClick={() => step("1")}>
        +
      </button>
    </span>
  );
}

/** At most three decimals, as the portal keeps quantities. */
export function isQuantity(text: string): boolean {
  return isDecimal(text) && /^\s*\d+([.,]\d{0,3})?\s*$/.test(text) && compare(text, "0") > 0;
}
