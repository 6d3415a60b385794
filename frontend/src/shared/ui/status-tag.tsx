import type { ReactNode } from "react";

import styles from "./status-tag.module.css";

export type StatusTone = "neutral" | "progress" | "info" | "success" | "warning" | "danger";

/** A state in words with a dot of its tone: colour never says it alone. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
