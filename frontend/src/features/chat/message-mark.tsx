import { useLingui } from "@lingui/react/macro";

import type { Exchange } from "@/shared/api/generated";
import { Icon } from "@/shared/ui/icon";

import styles from "./chat.module.css";

/** Whether 1C has the message; what 1C wrote itself bears no mark. */
export function MessageMark({ exchange }: { exchange: Exchange | null }) {
  const { t } = useLingui();
  if (!exchange) return null;
  const { state, message } = exchange;
  if (state === "accepted") return <Mark icon="check" text={t`delivered`} hint={message} />;
  if (state === "rejected" || state === "parked") return <Mark icon="alert" text={t`not delivered`} hint={message} />;
  return <Mark icon="clock" text={t`on its way`} hint={message} />;
}

function Mark({ icon, text, hint }: { icon: "check" | "alert" | "clock"; text: string; hint: string }) {
  return (
    <span className={styles.mark} data-mark={icon} title={hint}>
      <Icon name={icon} size={14} /> {text}
    </span>
  );
}
