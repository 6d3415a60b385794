import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { createStore } from "@/app/store";
import { applyOrderEvent, isOrderEvent } from "@/features/ordering/order-events";
import { orderingApi } from "@/features/ordering/api";
import type { Order, OrderDetail, PaginatedOrderList } from "@/shared/api/generated";

const ORDER: Order = {
  id: "a",
  number: "P-1",
  status: "placed",
  status_label: "Размещён",
  exchange: null,
  onec_number: "",
  partner: { id: 1, name: "P" },
  counterparty: null,
  contract: null,
  agreement: { id: 1, name: "A" },
  currency: "KZT",
  total: "10.00",
  placed_at: "2026-11-22T10:00:00Z",
  author: "B",
  version: 3,
};
const LIST = { page: 1 };

let store: ReturnType<typeof createStore>;
const one = () => orderingApi.endpoints.orderingOrdersRetrieve.select({ id: "a" })(store.getState()).data;
const list = () => orderingApi.endpoints.orderingOrdersList.select(LIST)(store.getState()).data;

/** A portal that answers once; what the event asks to be read again never arrives, so the event alone is seen. */
beforeEach(async () => {
  const detail: OrderDetail = { ...ORDER, delivery_address: null, lines: [], history: [] };
  const page: PaginatedOrderList = { count: 1, page: 1, page_size: 25, results: [ORDER] };
  const answers: unknown[] = [detail, page];
  vi.stubGlobal("fetch", () => {
    const body = answers.shift();
    return body ? Promise.resolve(Response.json(body)) : new Promise(() => {});
  });
  store = createStore();
  await store.dispatch(orderingApi.endpoints.orderingOrdersRetrieve.initiate({ id: "a" }));
  await store.dispatch(orderingApi.endpoints.orderingOrdersList.initiate(LIST));
});

afterEach(() => vi.unstubAllGlobals());

describe("an order event", () => {
  it("changes the order and its row at once", () => {
    store.dispatch(applyOrderEvent({ id: "a", status: "accepted", onec_number: "0012" }));
    expect(one()).toMatchObject({ status: "accepted", onec_number: "0012", number: "P-1" });
    expect(list()?.results[0]).toMatchObject({ status: "accepted", onec_number: "0012" });
  });

  it("that was overtaken by a newer reading changes nothing", () => {
    store.dispatch(applyOrderEvent({ id: "a", status: "cancelled", version: 2 }));
    expect(one()?.status).toBe("placed");
  });

  it("about an unknown order leaves the others alone", () => {
    store.dispatch(applyOrderEvent({ id: "b", status: "closed" }));
    expect(list()?.results.map((order) => order.status)).toEqual(["placed"]);
  });

  it("is recognised by its id", () => {
    expect(isOrderEvent({ id: "a" })).toBe(true);
    for (const other of [null, undefined, "a", {}, { id: 5 }]) expect(isOrderEvent(other)).toBe(false);
  });
});
