import { useLingui } from "@lingui/react/macro";

import type { KnownLimit } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import styles from "./wizard.module.css";

/** How much the client may still order on credit, and how old that is. */
export function LimitFacts({ limit }: { limit: KnownLimit }) {
  const { t } = useLingui();
  const format = useFormat();
  const facts: [string, string][] = [
    [t`Credit limit`, limit.limit],
    [t`Debt`, limit.debt],
    [t`Overdue`, limit.overdue],
  ];
  return (
    <section aria-label={t`Credit limit of the contract`}>
      <dl className={styles.facts}>
        {facts.map(([name, sum]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.money(sum, limit.currency)}</dd>
          </div>
        ))}
        <div>
          <dt>{t`Available`}</dt>
          <dd>
            <div>{format.money(limit.available, limit.currency)}</div>
            <small className={styles.age}>
              <KnownSince at={limit.as_of} live={limit.is_live} />
            </small>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** As of when a figure of 1C is known, and whether 1C was asked for it. */
export function KnownSince({ at, live }: { at: string | null; live: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  if (!at) return t`age unknown`;
  const time = format.asOf(at);
  return live ? t`1C said at ${time}` : t`as of ${time}`;
}
