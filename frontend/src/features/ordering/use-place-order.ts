import { useDispatch } from "react-redux";

import type { OrderDetail } from "@/shared/api/generated";
import { problemKind, type QueryError } from "@/shared/api/problem";

import { usePlaceOrderMutation } from "./api";
import { attemptRefused, attemptStarted, orderPlaced } from "./cart";
import { orderLines } from "./cart-line";
import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { useCart } from "./use-cart";

/** Whether the portal has answered "no order was made"; after silence or a crash it may have been. */
export function isRefusal(error: QueryError): boolean {
  return !["offline", "failed"].includes(problemKind(error));
}

/**
 * Places the order of a cart. The key and the total are fixed by the first attempt and sent again by every retry
 * of the same cart, also after a reload: the portal answers a repeat with the order it has already made.
 */
export function usePlaceOrder(agreement: number) {
  const { key, cart } = useCart(agreement);
  const dispatch = useDispatch();
  const [send, { error, isLoading, reset }] = usePlaceOrderMutation();
  const place = async (checkedTotal: string): Promise<OrderDetail | null> => {
    const attempt = cart.attempt ?? { key: newIdempotencyKey(), expectedTotal: checkedTotal };
    dispatch(attemptStarted({ cart: key, attempt }));
    const answer = await send({
      "Idempotency-Key": attempt.key,
      orderPlaceInputRequest: {
        agreement,
        ...cart.requisites,
        lines: orderLines(cart.lines),
        expected_total: attempt.expectedTotal,
      },
    });
    if (answer.data) dispatch(orderPlaced({ cart: key }));
    else if (isRefusal(answer.error)) dispatch(attemptRefused({ cart: key }));
    return answer.data ?? null;
  };
  return { place, error, isLoading, reset };
}
