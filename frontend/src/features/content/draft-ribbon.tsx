import { Trans } from "@lingui/react/macro";

import { useFormat } from "@/shared/format/use-format";
import { Icon } from "@/shared/ui/icon";

import styles from "./draft-ribbon.module.css";

/** Tells a colleague that this is a draft, and how long its link works. */
export function DraftRibbon({ until }: { until: string }) {
  const format = useFormat();
  return (
    <p className={styles.ribbon} role="status">
      <Icon name="info" size={18} />
      <Trans>
        This is a draft for you to read: it is not published. The link works until {format.dateTime(until)}.
      </Trans>
    </p>
  );
}
