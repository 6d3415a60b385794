import { useLingui } from "@lingui/react/macro";
import { Button as AntButton } from "antd";

import type { QueryError } from "@/shared/api/problem";
import { useFormat } from "@/shared/format/use-format";
import { DataTable, type Column } from "@/shared/table/data-table";
import { Icon } from "@/shared/ui/icon";

import { useUndo } from "./add-to-order";
import type { CartLine } from "./cart";
import { lineAmount } from "./cart-line";
import { lineProblems } from "./line-problems";
import { LineName } from "./order-lines";
import { QuantityField } from "./quantity-field";
import { useCart } from "./use-cart";

import styles from "./wizard.module.css";

interface CartLinesProps {
  agreement: number;
  currency: string;
  problem: QueryError;
}

/** The lines of the order that is being put together, with what the portal said against each. */
export function CartLines({ agreement, currency, problem }: CartLinesProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { cart } = useCart(agreement);
  const problems = lineProblems(problem);
  const money = (amount: string | null) => (amount === null ? "—" : format.money(amount, currency));
  const columns: Column<CartLine>[] = [
    {
      key: "product",
      title: t`Product`,
      lead: true,
      render: (line) => (
        <LineName name={line.name} note={[line.article, line.packagingName].filter(Boolean).join(" · ")} />
      ),
    },
    {
      key: "quantity",
      title: t`Quantity`,
      render: (line) => (
        <LineQuantity agreement={agreement} line={line} errors={problems.get(cart.lines.indexOf(line)) ?? []} />
      ),
    },
    { key: "price", title: t`Price`, align: "end", render: (line) => money(line.price) },
    { key: "amount", title: t`Amount`, align: "end", render: (line) => <strong>{money(lineAmount(line))}</strong> },
  ];
  return (
    <DataTable
      caption={t`Order lines`}
      columns={columns}
      rows={cart.lines}
      rowKey={(line) => `${line.product}:${line.packaging}`}
    />
  );
}

function LineQuantity({ agreement, line, errors }: { agreement: number; line: CartLine; errors: string[] }) {
  const { t } = useLingui();
  const { put, take } = useCart(agreement);
  const undoable = useUndo(put);
  const remove = () => {
    take(line);
    undoable(line);
  };
  return (
    <div>
      <span className={styles.lineQuantity}>
        <QuantityField
          label={t`Quantity of ${line.name}, ${line.packagingName}`}
          value={line.quantity}
          invalid={errors.length > 0}
          onChange={(quantity) => put({ ...line, quantity })}
        />
        <AntButton
          type="text"
          icon={<Icon name="trash" size={18} />}
          aria-label={t`Take out of the order: ${line.name}, ${line.packagingName}`}
          onClick={remove}
        />
      </span>
      {errors.length > 0 && (
        <div className={styles.lineError} role="alert">
          {errors.join(" ")}
        </div>
      )}
    </div>
  );
}
