import { useLingui } from "@lingui/react/macro";
import { useSelector } from "react-redux";

import { selectOnline, selectStream } from "@/shared/events/connection";

import styles from "./connection-mark.module.css";

/** Whether what is on the screen follows the portal by itself. */
export function ConnectionMark() {
  const { t } = useLingui();
  const online = useSelector(selectOnline);
  const stream = useSelector(selectStream);
  if (stream === "off") return null;
  const live = online && stream === "open";
  return (
    <span
      className={styles.mark}
      data-live={live}
      role="status"
      title={live ? t`The page updates by itself` : t`Connecting for live updates`}
    >
      <span className={styles.text}>{live ? t`live` : t`connecting`}</span>
    </span>
  );
}
