import { useId, type InputHTMLAttributes } from "react";

import styles from "./field.module.css";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
  label: string;
  hint?: string;
  errors?: readonly string[];
}

/** A labelled text input that says its errors to eyes and to screen readers alike. */
export function Field({ label, hint, errors = [], ...input }: FieldProps) {
  const id = useId();
  const wrong = errors.length > 0;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input id={id} className={styles.input} aria-invalid={wrong} aria-describedby={`${id}-note`} {...input} />
      <div id={`${id}-note`} className={wrong ? styles.error : styles.hint} role={wrong ? "alert" : undefined}>
        {wrong ? errors.join(" ") : hint}
      </div>
    </div>
  );
}
