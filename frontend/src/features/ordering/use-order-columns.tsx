import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { Order } from "@/shared/api/generated";
import { ExchangeTag } from "@/shared/exchange/exchange-tag";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import type { Column } from "@/shared/table/data-table";

import { OrderStatusTag } from "./order-status";

import styles from "./orders-page.module.css";

export function useOrderColumns(): Column<Order>[] {
  const { t } = useLingui();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: "number",
      title: t`Order`,
      sort: "number",
      lead: true,
      render: (order) => (
        <>
          <Link className={styles.number} to={`/${language}/cabinet/orders/${order.id}`}>
            {order.number}
          </Link>
          {order.client_reference && <div className={styles.reference}>{order.client_reference}</div>}
        </>
      ),
    },
    { key: "placed", title: t`Placed`, sort: "placed_at", render: (order) => format.dateTime(order.placed_at) },
    { key: "partner", title: t`Client`, render: (order) => order.counterparty?.name ?? order.partner.name },
    { key: "status", title: t`Status`, render: (order) => <OrderStatusTag order={order} /> },
    {
      key: "onec",
      title: t`1C`,
      render: (order) =>
        order.onec_number ? (
          <span>№ {order.onec_number}</span>
        ) : (
          order.exchange && <ExchangeTag exchange={order.exchange} />
        ),
    },
    {
      key: "total",
      title: t`Total`,
      sort: "total",
      align: "end",
      render: (order) => <strong className={styles.total}>{format.money(order.total, order.currency)}</strong>,
    },
  ];
}
