import { useLingui } from "@lingui/react/macro";

import type { OrderCheck } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { DataTable, type Column } from "@/shared/table/data-table";

import { sameLine, type Cart } from "./cart";
import { KnownSince } from "./limit-facts";
import { LineName } from "./order-lines";

import styles from "./wizard.module.css";

type Line = OrderCheck["lines"][number];

/** The lines as the portal priced them. */
export function CheckedLines({ check, cart }: { check: OrderCheck; cart: Cart }) {
  const { t } = useLingui();
  const format = useFormat();
  const baseUnit = (line: Line) => cart.lines.find((one) => sameLine(one, line))?.unit;
  const columns: Column<Line>[] = [
    {
      key: "product",
      title: t`Product`,
      lead: true,
      render: (line) => <LineName name={line.name} note={[line.article, line.unit].filter(Boolean).join(" · ")} />,
    },
    { key: "quantity", title: t`Quantity`, align: "end", render: (line) => format.quantity(line.quantity) },
    {
      key: "available",
      title: t`In stock`,
      align: "end",
      render: (line) => (
        <>
          <div>{format.quantity(line.available, baseUnit(line))}</div>
          <small className={styles.age}>
            <KnownSince at={line.available_at} live={line.available_live} />
          </small>
        </>
      ),
    },
    { key: "price", title: t`Price`, align: "end", render: (line) => format.money(line.price, check.currency) },
    {
      key: "amount",
      title: t`Amount`,
      align: "end",
      render: (line) => <strong>{format.money(line.amount, check.currency)}</strong>,
    },
  ];
  return (
    <DataTable
      caption={t`Order lines`}
      columns={columns}
      rows={check.lines}
      rowKey={(line) => `${line.product}:${line.packaging}`}
    />
  );
}
