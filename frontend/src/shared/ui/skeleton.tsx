import { useLingui } from "@lingui/react/macro";

import styles from "./skeleton.module.css";

/** Grey bars in the shape of what is coming, so that nothing jumps when it arrives. */
export function Skeleton({ rows = 4, height = "1.25rem" }: { rows?: number; height?: string }) {
  const { t } = useLingui();
  return (
    <div className={styles.skeleton} role="status" aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.bar} style={{ height }} />
      ))}
    </div>
  );
}
