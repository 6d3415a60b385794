import { ConfigProvider } from "antd";
import type { ReactNode } from "react";

import { antdTheme } from "@/shared/design/antd-theme";

import styles from "./style-page.module.css";

const MODES = ["light", "dark"] as const;

/** What is shown, once in each theme, beside each other. */
export function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.sample}>
      <h2>{title}</h2>
      <div className={styles.themes}>
        {MODES.map((mode) => (
          <ConfigProvider key={mode} theme={antdTheme(mode)} button={{ autoInsertSpace: false }}>
            <div className={styles.theme} data-theme={mode}>
              {children}
            </div>
          </ConfigProvider>
        ))}
      </div>
    </section>
  );
}

/** A component in one state, with the state's name above. `shows`: the pseudo-state it is drawn in. */
export function State({ name, shows, children }: { name: string; shows?: "hover" | "focus"; children: ReactNode }) {
  return (
    <div className={styles.state} data-shows={shows}>
      <span className={styles.stateName}>{name}</span>
      {children}
    </div>
  );
}
