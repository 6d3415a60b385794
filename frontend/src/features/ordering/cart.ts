import { createSelector, createSlice, type PayloadAction } from "@reduxjs/toolkit";

import type { OrderPlaceInputRequest } from "@/shared/api/generated";

/** A product in one packaging; the name, unit and price are what the buyer saw when adding it. */
export interface CartLine {
  product: number;
  packaging: number | null;
  quantity: string;
  name: string;
  article: string;
  packagingName: string;
  /** The base unit, in which stock is counted. */
  unit: string;
  price: string | null;
}

/** Named as the ordering API names them, so that its field errors find their inputs. */
export type Requisites = Required<
  Pick<OrderPlaceInputRequest, "delivery_address" | "requested_date" | "client_reference" | "comment">
>;

/** One attempt to place: retries carry the same key and total, so the portal sees one order, not two. */
export interface Attempt {
  key: string;
  expectedTotal: string;
}

export interface Cart {
  lines: CartLine[];
  requisites: Requisites;
  attempt: Attempt | null;
  /** An earlier attempt got no answer and the cart was changed since: the order may exist already. */
  inDoubt: boolean;
}

export interface CartsState {
  carts: Record<string, Cart>;
}

export const EMPTY_CART: Cart = {
  lines: [],
  requisites: { delivery_address: null, requested_date: null, client_reference: "", comment: "" },
  attempt: null,
  inDoubt: false,
};

export const NO_CARTS: CartsState = { carts: {} };

/** Carts are kept per user and agreement: a colleague at the same browser has their own. */
export function cartKey(user: number, agreement: number): string {
  return `${user}:${agreement}`;
}

export function sameLine(
  a: Pick<CartLine, "product" | "packaging">,
  b: Pick<CartLine, "product" | "packaging">,
): boolean {
  return a.product === b.product && a.packaging === b.packaging;
}

type InCart<Payload> = PayloadAction<{ cart: string } & Payload>;

/** A changed order is another order: its next attempt gets a key of its own. */
function edited(state: CartsState, key: string): Cart {
  const cart = (state.carts[key] ??= structuredClone(EMPTY_CART));
  if (cart.attempt) cart.inDoubt = true;
  cart.attempt = null;
  return cart;
}

export const cartSlice = createSlice({
  name: "cart",
  initialState: NO_CARTS,
  reducers: {
    linePut(state, { payload }: InCart<{ line: CartLine }>) {
      const cart = edited(state, payload.cart);
      const at = cart.lines.findIndex((line) => sameLine(line, payload.line));
      if (at < 0) cart.lines.push(payload.line);
      else cart.lines[at] = payload.line;
    },
    lineTaken(state, { payload }: InCart<{ line: Pick<CartLine, "product" | "packaging"> }>) {
      const cart = edited(state, payload.cart);
      cart.lines = cart.lines.filter((line) => !sameLine(line, payload.line));
    },
    requisitesChanged(state, { payload }: InCart<{ requisites: Partial<Requisites> }>) {
      Object.assign(edited(state, payload.cart).requisites, payload.requisites);
    },
    attemptStarted(state, { payload }: InCart<{ attempt: Attempt }>) {
      const cart = state.carts[payload.cart];
      if (cart) cart.attempt ??= payload.attempt;
    },
    /** The portal has answered "no": nothing was made, the next attempt is a new one. */
    attemptRefused(state, { payload }: InCart<unknown>) {
      const cart = state.carts[payload.cart];
      if (cart) cart.attempt = null;
    },
    orderPlaced(state, { payload }: InCart<unknown>) {
      delete state.carts[payload.cart];
    },
    cartsReplaced(_state, { payload }: PayloadAction<CartsState>) {
      return payload;
    },
  },
  selectors: {
    selectCart: (state, key: string): Cart => state.carts[key] ?? EMPTY_CART,
    selectCarts: (state) => state.carts,
  },
});

export const { linePut, lineTaken, requisitesChanged, attemptStarted, attemptRefused, orderPlaced, cartsReplaced } =
  cartSlice.actions;
export const { selectCart, selectCarts } = cartSlice.selectors;

/** The agreement with the fullest cart of a user, and how many lines it holds. */
export const selectFullestCart = createSelector([selectCarts, (_state, user: number) => user], (carts, user) => {
  const own = Object.entries(carts).filter(([key, cart]) => key.startsWith(`${user}:`) && cart.lines.length > 0);
  const [first] = own.sort(([, a], [, b]) => b.lines.length - a.lines.length);
  return first ? { agreement: Number(first[0].split(":")[1]), lines: first[1].lines.length } : null;
});
