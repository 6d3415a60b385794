import { useLingui } from "@lingui/react/macro";

import type { OrderDetail } from "@/shared/api/generated";
import { ExchangeTrack } from "@/shared/exchange/exchange-track";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { LinkButton } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { QueryView } from "@/shared/ui/query-view";

import { ResendNotice } from "./resend-notice";
import { useLiveOrder } from "./use-live-order";

import styles from "./wizard.module.css";

/** The order is with the portal; its way into 1C is followed here as it happens. */
export function PlacedStep({ id }: { id: string }) {
  const query = useLiveOrder(id);
  return <QueryView query={query}>{(order) => <Placed order={order} />}</QueryView>;
}

function Placed({ order }: { order: OrderDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const language = useLanguage();
  const inOneC = order.exchange?.state === "accepted";
  return (
    <div className={styles.done}>
      <div className={styles.doneTitle}>
        <span className={styles.doneMark}>
          <Icon name="check" size={28} />
        </span>
        <div role="status">
          <h2>
            {inOneC ? t`Order ${order.number} is accepted in 1C` : t`Order ${order.number} is accepted by the portal`}
          </h2>
          <p>
            {format.money(order.total, order.currency)}
            {!inOneC && <> · {t`waiting for 1C`}</>}
          </p>
        </div>
      </div>
      {order.exchange && (
        <section className={styles.panel}>
          <ExchangeTrack
            exchange={order.exchange}
            takenAt={order.placed_at}
            number={order.onec_number}
            reason={order.reason}
          />
        </section>
      )}
      <ResendNotice order={order} />
      <div className={styles.buttons}>
        <LinkButton to={`/${language}/cabinet/orders/${order.id}`}>{t`Open the order`}</LinkButton>
        <LinkButton look="quiet" to={`/${language}/cabinet/catalog`}>{t`Back to the catalogue`}</LinkButton>
      </div>
    </div>
  );
}
