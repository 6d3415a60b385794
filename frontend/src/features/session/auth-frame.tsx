import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Notice } from "@/shared/ui/notice";

import styles from "./auth-frame.module.css";

export function AuthFrame({ title, demo = false, children }: { title: string; demo?: boolean; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <section className={styles.card}>
        <h1>{title}</h1>
        {children}
        {demo && (
          <Notice tone="info" title={<Trans>This is a demo</Trans>}>
            <Trans>
              The accounts and their password are printed where the portal was started, for example
              buyer-head@demo.kabinet.
            </Trans>
          </Notice>
        )}
      </section>
    </div>
  );
}
