import { useLingui } from "@lingui/react/macro";

import { Brand } from "@/shared/brand";
import { contrast } from "@/shared/design/contrast";
import { dark, light, scale } from "@/shared/design/tokens";
import { useFormat } from "@/shared/format/use-format";
import { Icon, ICON_NAMES } from "@/shared/ui/icon";

import { Sample } from "./sample";

import styles from "./style-page.module.css";

const isColour = ([, value]: [string, string]) => value.startsWith("#");
const entries = (start: string) => Object.entries(scale).filter(([name]) => name.startsWith(start));

/** Every colour in both themes, with how far it stands from what it is seen on. */
export function Colours() {
  const { t } = useLingui();
  return (
    <section className={styles.sample}>
      <h2>{t`Colours`}</h2>
      <div className={styles.themes}>
        {[light, dark].map((palette) => (
          <ul
            key={palette.canvas}
            className={`${styles.theme} ${styles.swatches}`}
            data-theme={palette === dark ? "dark" : "light"}
          >
            {Object.entries(palette)
              .filter(isColour)
              .map(([name, value]) => (
                <li key={name}>
                  <span className={styles.swatch} style={{ background: value }} />
                  <strong>{name}</strong>
                  <code>{value}</code>
                  <span className={styles.ratio} title={t`Contrast with the surface`}>
                    {contrast(value, palette.surface).toFixed(1)} : 1
                  </span>
                </li>
              ))}
          </ul>
        ))}
      </div>
    </section>
  );
}

/** Letters of every language the portal is written in, the Kazakh ones above all. */
const SPECIMEN = "Ағаш өңдеу мұнайы, үлгі һәм көрсеткіш · Масло 5W-40";

export function Type() {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Sample title={t`Type`}>
      <Brand />
      {entries("text").map(([name, value]) => (
        <p key={name} className={styles.specimen} style={{ fontSize: value }}>
          {SPECIMEN}{" "}
          <small>
            {name} · {value}
          </small>
        </p>
      ))}
      <p className="tabular">
        {format.money("1234567.5", "KZT")} · {format.quantity("216.500", "kg")} · {format.longDate("2026-11-22")} ·{" "}
        {format.count(1234567)}
      </p>
    </Sample>
  );
}

export function Measures() {
  const { t } = useLingui();
  return (
    <Sample title={t`Spacing, radius, shadow, motion`}>
      <dl className={styles.measures}>
        {entries("space").map(([name, value]) => (
          <div key={name}>
            <dt>
              {name} <code>{value}</code>
            </dt>
            <dd className={styles.space} style={{ width: value }} />
          </div>
        ))}
      </dl>
      <div className={styles.row}>
        {entries("radius").map(([name, value]) => (
          <span key={name} className={styles.corner} style={{ borderRadius: value }}>
            {name}
          </span>
        ))}
        {["--shadow", "--shadow-raised"].map((name) => (
          <span key={name} className={styles.corner} style={{ boxShadow: `var(${name})` }}>
            {name.slice(2)}
          </span>
        ))}
        {entries("motion").map(([name, value]) => (
          <span key={name} className={styles.mover} style={{ transitionDuration: value }}>
            {name} {value}
          </span>
        ))}
      </div>
    </Sample>
  );
}

export function Icons() {
  const { t } = useLingui();
  return (
    <Sample title={t`Icons`}>
      <ul className={styles.icons}>
        {ICON_NAMES.map((name) => (
          <li key={name}>
            <Icon name={name} size={24} />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Sample>
  );
}
