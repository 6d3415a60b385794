import { useId } from "react";

import styles from "./field.module.css";

interface SelectFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Value and text of each choice. */
  options: readonly (readonly [string, string])[];
  hint?: string;
  errors?: readonly string[];
}

/** The system's own select, labelled like Field: for public pages, which do without the cabinet's library. */
export function SelectField({ label, value, onChange, options, hint, errors = [] }: SelectFieldProps) {
  const id = useId();
  const wrong = errors.length > 0;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong}
        aria-describedby={`${id}-note`}
      >
        {options.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
      <div id={`${id}-note`} className={wrong ? styles.error : styles.hint} role={wrong ? "alert" : undefined}>
        {wrong ? errors.join(" ") : hint}
      </div>
    </div>
  );
}
