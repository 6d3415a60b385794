import { useCallback } from "react";

import { useCheckOrderMutation } from "./api";
import { orderLines } from "./cart-line";
import { useCart } from "./use-cart";

/** Asks the portal what it makes of the lines of a cart; writes nothing. */
export function useCheckOrder(agreement: number) {
  const { lines } = useCart(agreement).cart;
  const [check, { data, error, isLoading, reset }] = useCheckOrderMutation();
  const run = useCallback(
    () => void check({ orderCheckInputRequest: { agreement, lines: orderLines(lines) } }),
    [check, agreement, lines],
  );
  return { run, data, error, isLoading, reset };
}
