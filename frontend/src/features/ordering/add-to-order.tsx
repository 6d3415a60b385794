import { useLingui } from "@lingui/react/macro";
import { App, Button as AntButton } from "antd";

import type { Offer, Product } from "@/shared/api/generated";
import { Icon } from "@/shared/ui/icon";

import { sameLine, type CartLine } from "./cart";
import { cartLine } from "./cart-line";
import { QuantityField } from "./quantity-field";
import { useCart } from "./use-cart";

import styles from "./add-to-order.module.css";

interface AddToOrderProps {
  agreement: number;
  product: Product;
  packaging: Offer;
}

/** "Add" for what is not in the order yet; for what is, its quantity and a way out of the order, which can be undone. */
export function AddToOrder({ agreement, product, packaging }: AddToOrderProps) {
  const { t } = useLingui();
  const { cart, put, take } = useCart(agreement);
  const undoable = useUndo(put);
  const fresh = cartLine(product, packaging, "1");
  const line = cart.lines.find((one) => sameLine(one, fresh));
  if (!line) {
    return (
      <AntButton
        className={styles.add}
        icon={<Icon name="plus" size={18} />}
        aria-label={t`Add to the order: ${product.name}, ${packaging.name}`}
        onClick={() => put(fresh)}
      >
        {t`Add`}
      </AntButton>
    );
  }
  const remove = () => {
    take(line);
    undoable(line);
  };
  return (
    <span className={styles.inOrder}>
      <QuantityField
        label={t`Quantity of ${product.name}, ${packaging.name}`}
        value={line.quantity}
        onChange={(quantity) => put({ ...line, quantity })}
      />
      <AntButton
        type="text"
        icon={<Icon name="trash" size={18} />}
        aria-label={t`Take out of the order: ${product.name}, ${packaging.name}`}
        onClick={remove}
      />
    </span>
  );
}

/** Says that a line was taken out, with a button that brings it back. */
export function useUndo(put: (line: CartLine) => unknown) {
  const { t } = useLingui();
  const { message } = App.useApp();
  return (line: CartLine) => {
    const close = message.open({
      type: "info",
      duration: 6,
      content: (
        <>
          {t`Taken out of the order`}{" "}
          <AntButton
            type="link"
            size="small"
            onClick={() => {
              put(line);
              close();
            }}
          >{t`Undo`}</AntButton>
        </>
      ),
    });
  };
}
