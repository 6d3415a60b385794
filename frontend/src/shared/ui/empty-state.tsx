import type { ReactNode } from "react";

import { Icon, type IconName } from "@/shared/ui/icon";

import styles from "./empty-state.module.css";

interface EmptyStateProps {
  icon: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** "h1" where it is all there is on the screen. */
  level?: "h1" | "h2";
}

/** Nothing here: says why, and what to do next. */
export function EmptyState({ icon, title, children, action, level: Title = "h2" }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon name={icon} size={28} />
      </span>
      <Title className={styles.title}>{title}</Title>
      {children && <p className={styles.text}>{children}</p>}
      {action}
    </div>
  );
}
