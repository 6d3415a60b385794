import { useMemo } from "react";
import { useDispatch, useSelector } from "react-redux";

import { useSession } from "@/shared/session/use-session";

import {
  cartKey,
  linePut,
  lineTaken,
  requisitesChanged,
  selectCart,
  type CartLine,
  type CartsState,
  type Requisites,
} from "./cart";

type WithCarts = { cart: CartsState };

/** The signed-in user's cart for an agreement, and what can be done to it. */
export function useCart(agreement: number) {
  const user = useSession()?.user?.id ?? 0;
  const key = cartKey(user, agreement);
  const cart = useSelector((state: WithCarts) => selectCart(state, key));
  const dispatch = useDispatch();
  return useMemo(
    () => ({
      key,
      cart,
      put: (line: CartLine) => dispatch(linePut({ cart: key, line })),
      take: (line: Pick<CartLine, "product" | "packaging">) => dispatch(lineTaken({ cart: key, line })),
      setRequisites: (requisites: Partial<Requisites>) => dispatch(requisitesChanged({ cart: key, requisites })),
    }),
    [key, cart, dispatch],
  );
}
