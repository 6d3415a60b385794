import type { ReactNode } from "react";

import { Icon, type IconName } from "@/shared/ui/icon";

import styles from "./notice.module.css";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const ICONS: Record<NoticeTone, IconName> = { info: "info", success: "check", warning: "alert", danger: "alert" };

interface NoticeProps {
  tone: NoticeTone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** A message that stays in the page. Danger interrupts a screen reader, the others wait their turn. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === "danger" ? "alert" : "status"}>
      <Icon name={ICONS[tone]} />
      <div className={styles.body}>
        <strong className={styles.title}>{title}</strong>
        {children && <div className={styles.text}>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
