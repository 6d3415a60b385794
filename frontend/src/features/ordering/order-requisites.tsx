import { useLingui } from "@lingui/react/macro";

import type { OrderDetail } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import styles from "./order-page.module.css";

export function OrderRequisites({ order }: { order: OrderDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const facts = [
    [t`Client`, order.partner.name],
    [t`Legal entity`, order.counterparty?.name],
    [t`Contract`, order.contract && `№ ${order.contract.number}`],
    [t`Agreement`, order.agreement.name],
    [t`Delivery address`, order.delivery_address?.line],
    [t`Consignee`, order.delivery_address?.consignee],
    [t`Wanted by`, order.requested_date && format.longDate(order.requested_date)],
    [t`Your reference`, order.client_reference],
    [t`Placed by`, order.author],
    [t`Comment`, order.comment],
    [t`Reason`, order.reason],
  ].filter(([, value]) => value);
  return (
    <section className={styles.panel}>
      <h2>{t`Requisites`}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
