import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { ClaimDetail } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";

import styles from "./claims.module.css";

export function ClaimFacts({ claim }: { claim: ClaimDetail }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { order } = claim;
  const facts = [
    [t`Kind`, claim.kind_label],
    [t`Client`, claim.partner.name],
    [t`Legal entity`, claim.counterparty?.name],
    [t`Contract`, claim.contract && `№ ${claim.contract.number}`],
    [t`Order`, order && <Link to={`/${language}/cabinet/orders/${order.id}`}>{order.number}</Link>],
    [t`Registered by`, claim.author ?? t`your manager, in 1C`],
    [t`Reason`, claim.reason],
  ].filter(([, value]) => value);
  return (
    <section className={styles.panel}>
      <h2>{t`Requisites`}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value], at) => (
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Newest first: the last thing that happened is what the reader came for. */
export function ClaimHistory({ history }: { history: ClaimDetail["history"] }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <section className={styles.panel}>
      <h2>{t`History`}</h2>
      <ol className={styles.history}>
        {history.toReversed().map((move, at) => (
          <li key={at}>
            <strong>{move.label}</strong>
            <span className={styles.note}>{[format.dateTime(move.at), move.by].filter(Boolean).join(" · ")}</span>
            {move.note && <span>{move.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
