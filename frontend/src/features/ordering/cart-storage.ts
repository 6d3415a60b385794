import type { Dispatch } from "@reduxjs/toolkit";

import { cartsReplaced, NO_CARTS, type CartsState } from "./cart";

export const CARTS_KEY = "kabinet.carts.1";

interface CartStore {
  getState: () => { cart: CartsState };
  subscribe: (listener: () => void) => unknown;
  dispatch: Dispatch;
}

/** The carts this browser holds; none when the storage is empty or was written by something else. */
export function storedCarts(storage: Storage): CartsState {
  return parseCarts(storage.getItem(CARTS_KEY));
}

function parseCarts(text: string | null): CartsState {
  if (!text) return NO_CARTS;
  try {
    const stored = JSON.parse(text) as CartsState;
    return typeof stored?.carts === "object" && stored.carts ? { carts: stored.carts } : NO_CARTS;
  } catch {
    return NO_CARTS;
  }
}

/** Writes every change of the carts, and takes over what another tab has written: a cart survives sign-out and reload. */
export function keepCarts(store: CartStore, storage: Storage): void {
  let kept = store.getState().cart;
  store.subscribe(() => {
    const now = store.getState().cart;
    if (now === kept) return;
    kept = now;
    storage.setItem(CARTS_KEY, JSON.stringify(now));
  });
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === CARTS_KEY) store.dispatch(cartsReplaced(parseCarts(newValue)));
  });
}
