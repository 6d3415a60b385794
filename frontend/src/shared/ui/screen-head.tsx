import type { ReactNode } from "react";

import styles from "./screen-head.module.css";

interface ScreenHeadProps {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  /** "h3" where it is shown as a part of a screen. */
  level?: "h1" | "h3";
}

export function ScreenHead({ title, note, actions, level: Title = "h1" }: ScreenHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <Title className={styles.title}>{title}</Title>
        {note && <div className={styles.note}>{note}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
