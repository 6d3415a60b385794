import type { ReactNode } from "react";

import styles from "./screen-head.module.css";

interface ScreenHeadProps {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}

export function ScreenHead({ title, note, actions }: ScreenHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {note && <div className={styles.note}>{note}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
