import { useLingui } from "@lingui/react/macro";

import type { Agreement } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import styles from "./wizard.module.css";

/** What the chosen agreement settles, so that nothing has to be entered twice. */
export function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const format = useFormat();
  const vat = agreement.with_vat ? t`prices include VAT` : t`prices without VAT`;
  const facts = [
    [t`Client`, agreement.partner?.name],
    [t`Legal entity`, agreement.counterparty?.name],
    [t`Contract`, agreement.contract && `№ ${agreement.contract.number}`],
    [t`Currency`, [agreement.currency, vat].filter(Boolean).join(", ")],
    [t`Valid until`, agreement.valid_until && format.longDate(agreement.valid_until)],
  ].filter(([, value]) => value);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
