import type { ReactNode } from "react";
import { Link } from "react-router";

import { useLanguage } from "@/shared/i18n/use-language";
import { Icon } from "@/shared/ui/icon";

import styles from "./proposals.module.css";

interface FrameProps {
  /** The list this belongs to: its path in the cabinet and its name. */
  to: string;
  list: string;
  children: ReactNode;
}

/** One thing on a screen of its own, with the way back to its list. */
export function Frame({ to, list, children }: FrameProps) {
  const language = useLanguage();
  return (
    <div className={styles.narrow}>
      <Link className={styles.back} to={`/${language}/cabinet/${to}`}>
        <Icon name="back" size={18} /> {list}
      </Link>
      {children}
    </div>
  );
}
