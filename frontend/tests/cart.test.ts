import { beforeEach, describe, expect, it } from "vitest";

import { createStore } from "@/app/store";
import {
  attemptRefused,
  attemptStarted,
  cartKey,
  linePut,
  lineTaken,
  orderPlaced,
  requisitesChanged,
  selectCart,
  selectFullestCart,
  type CartLine,
} from "@/features/ordering/cart";
import { lineAmount, previewTotal } from "@/features/ordering/cart-line";
import { CARTS_KEY } from "@/features/ordering/cart-storage";

const KEY = cartKey(7, 12);
const LINE: CartLine = {
  product: 1,
  packaging: 3,
  quantity: "2",
  name: "5W-40",
  article: "A1",
  packagingName: "4 l",
  unit: "l",
  price: "10.005",
};
const ATTEMPT = { key: "one", expectedTotal: "20.01" };

let store: ReturnType<typeof createStore>;
const cart = () => selectCart(store.getState(), KEY);

beforeEach(() => {
  store = createStore();
  store.dispatch(linePut({ cart: KEY, line: LINE }));
});

describe("the cart", () => {
  it("holds one line per product and packaging", () => {
    store.dispatch(linePut({ cart: KEY, line: { ...LINE, quantity: "5" } }));
    store.dispatch(linePut({ cart: KEY, line: { ...LINE, packaging: null } }));
    expect(cart().lines.map((line) => [line.packaging, line.quantity])).toEqual([
      [3, "5"],
      [null, "2"],
    ]);
    store.dispatch(lineTaken({ cart: KEY, line: LINE }));
    expect(cart().lines).toHaveLength(1);
  });

  it("belongs to one user and one agreement", () => {
    expect(selectCart(store.getState(), cartKey(8, 12)).lines).toEqual([]);
    expect(selectCart(store.getState(), cartKey(7, 13)).lines).toEqual([]);
    expect(selectFullestCart(store.getState(), 7)).toEqual({ agreement: 12, lines: 1 });
    expect(selectFullestCart(store.getState(), 8)).toBeNull();
  });

  it("rounds each line before it adds them, as the portal does", () => {
    expect(lineAmount(LINE)).toBe("20.01");
    expect(previewTotal([LINE, LINE, { quantity: "1", price: null }])).toBe("40.02");
  });
});

describe("persistence", () => {
  it("survives a reload", () => {
    store.dispatch(requisitesChanged({ cart: KEY, requisites: { comment: "к воротам 3" } }));
    expect(selectCart(createStore().getState(), KEY)).toEqual(cart());
  });

  it("starts empty on what it cannot read", () => {
    for (const broken of ["{", "null", '{"carts":null}', "[]"]) {
      localStorage.setItem(CARTS_KEY, broken);
      expect(createStore().getState().cart.carts).toEqual({});
    }
  });

  it("takes over what another tab has written", () => {
    const other = createStore();
    other.dispatch(lineTaken({ cart: KEY, line: LINE }));
    window.dispatchEvent(new StorageEvent("storage", { key: CARTS_KEY, newValue: localStorage.getItem(CARTS_KEY) }));
    expect(cart().lines).toEqual([]);
  });
});

describe("an attempt to place", () => {
  it("keeps its key and total through every retry", () => {
    store.dispatch(attemptStarted({ cart: KEY, attempt: ATTEMPT }));
    store.dispatch(attemptStarted({ cart: KEY, attempt: { key: "two", expectedTotal: "99" } }));
    expect(cart().attempt).toEqual(ATTEMPT);
    expect(selectCart(createStore().getState(), KEY).attempt).toEqual(ATTEMPT);
  });

  it("ends when the order is changed, with a warning that the first may exist", () => {
    store.dispatch(attemptStarted({ cart: KEY, attempt: ATTEMPT }));
    store.dispatch(linePut({ cart: KEY, line: { ...LINE, quantity: "9" } }));
    expect(cart()).toMatchObject({ attempt: null, inDoubt: true });
  });

  it("ends without doubt when the portal says no", () => {
    store.dispatch(attemptStarted({ cart: KEY, attempt: ATTEMPT }));
    store.dispatch(attemptRefused({ cart: KEY }));
    store.dispatch(linePut({ cart: KEY, line: { ...LINE, quantity: "9" } }));
    expect(cart()).toMatchObject({ attempt: null, inDoubt: false });
  });

  it("leaves nothing behind once the order is placed", () => {
    store.dispatch(orderPlaced({ cart: KEY }));
    expect(createStore().getState().cart.carts).toEqual({});
  });
});
