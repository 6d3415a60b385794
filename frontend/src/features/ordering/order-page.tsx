import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";

import type { OrderDetail } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { ExchangeTrack } from "@/shared/exchange/exchange-track";
import { EmptyState } from "@/shared/ui/empty-state";
import { Icon } from "@/shared/ui/icon";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { OrderHistory } from "./order-history";
import { OrderLines } from "./order-lines";
import { OrderRequisites } from "./order-requisites";
import { OrderStatusTag } from "./order-status";
import { useLiveOrder } from "./use-live-order";
import { ResendNotice } from "./resend-notice";

import styles from "./order-page.module.css";

interface OrderPageProps {
  /** What other modules offer to do about the order. */
  actions?: (id: string) => ReactNode;
  /** What other modules show of the order, below its lines. */
  below?: (id: string) => ReactNode;
}

export function OrderPage({ actions, below }: OrderPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { id = "" } = useParams();
  const query = useLiveOrder(id);
  return (
    <>
      <Link className={styles.back} to={`/${language}/cabinet/orders`}>
        <Icon name="back" size={18} /> {t`My orders`}
      </Link>
      <QueryView
        query={query}
        missing={
          <EmptyState
            icon="orders"
            level="h1"
            title={t`There is no such order`}
          >{t`It may belong to another company, or you may have no access to it.`}</EmptyState>
        }
      >
        {(order) => <OrderView order={order} actions={actions?.(order.id)} below={below?.(order.id)} />}
      </QueryView>
    </>
  );
}

interface OrderViewProps {
  order: OrderDetail;
  actions: ReactNode;
  below: ReactNode;
}

function OrderView({ order, actions, below }: OrderViewProps) {
  const { t } = useLingui();
  const format = useFormat();
  const title = t`Order ${order.number}`;
  useDocumentTitle(title);
  return (
    <article className={styles.order}>
      <ScreenHead
        title={title}
        note={t`placed ${format.dateTime(order.placed_at)}`}
        actions={
          <>
            {actions}
            <OrderStatusTag order={order} />
          </>
        }
      />
      <ResendNotice order={order} />
      {order.exchange && (
        <section className={styles.panel} aria-label={t`The way to 1C`}>
          <ExchangeTrack
            exchange={order.exchange}
            takenAt={order.placed_at}
            number={order.onec_number}
            reason={order.reason}
          />
        </section>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <OrderLines order={order} />
          {below}
        </div>
        <div className={styles.aside}>
          <OrderRequisites order={order} />
          <OrderHistory history={order.history} />
        </div>
      </div>
    </article>
  );
}
