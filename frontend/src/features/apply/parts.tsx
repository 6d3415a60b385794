import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";

import styles from "./apply.module.css";

interface TextProps {
  value: string;
  onChange: (value: string) => void;
}

export function Message({ value, onChange }: TextProps) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className={styles.message}>
      <label htmlFor={id}>{t`What you need, in your own words`}</label>
      <textarea
        id={id}
        name="message"
        rows={4}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** For machines that fill in whatever they find; people neither see nor reach it. */
export function Hidden({ value, onChange }: TextProps) {
  return (
    <div className={styles.hidden} aria-hidden="true">
      <input
        name="website"
        tabIndex={-1}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface ConsentProps {
  text: string;
  checked: boolean;
  wrong: boolean;
  onChange: (checked: boolean) => void;
}

export function Consent({ text, checked, wrong, onChange }: ConsentProps) {
  const id = useId();
  return (
    <div className={styles.consent}>
      <label>
        <input
          type="checkbox"
          name="consent"
          checked={checked}
          aria-invalid={wrong}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{text}</span>
      </label>
      <div id={id} className={styles.wrong} role={wrong ? "alert" : undefined}>
        {wrong && <Trans>Without your consent we may not keep the application.</Trans>}
      </div>
    </div>
  );
}
