import { useLingui } from "@lingui/react/macro";

import type { OrderDetail, OrderLine } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { DataTable, type Column } from "@/shared/table/data-table";

import styles from "./order-page.module.css";

export function OrderLines({ order }: { order: OrderDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const columns: Column<OrderLine>[] = [
    {
      key: "product",
      title: t`Product`,
      lead: true,
      render: (line) => <LineName name={line.name} note={[line.article, line.unit].filter(Boolean).join(" · ")} />,
    },
    { key: "quantity", title: t`Quantity`, align: "end", render: (line) => format.quantity(line.quantity) },
    { key: "price", title: t`Price`, align: "end", render: (line) => format.money(line.price, order.currency) },
    {
      key: "amount",
      title: t`Amount`,
      align: "end",
      render: (line) => <strong>{format.money(line.amount, order.currency)}</strong>,
    },
  ];
  return (
    <section>
      <DataTable caption={t`Order lines`} columns={columns} rows={order.lines} rowKey={(line) => line.position} />
      <p className={styles.total}>
        {t`Total`} <strong>{format.money(order.total, order.currency)}</strong>
      </p>
    </section>
  );
}

export function LineName({ name, note }: { name: string; note: string }) {
  return (
    <>
      <div className={styles.lineName}>{name}</div>
      {note && <div className={styles.lineNote}>{note}</div>}
    </>
  );
}
