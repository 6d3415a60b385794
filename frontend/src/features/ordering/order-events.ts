import type { ThunkDispatch, UnknownAction } from "@reduxjs/toolkit";

import type { Order, OrderDetail } from "@/shared/api/generated";

import { orderingApi, orderTag } from "./api";

const FACTS = ["status", "status_label", "exchange", "onec_number", "reason", "version"] as const;

/** What an `order` event says; fields that are absent did not change. */
export type OrderEvent = Pick<Order, "id"> & Partial<Pick<Order, (typeof FACTS)[number]>>;

type OrderFacts = Omit<OrderEvent, "id">;

export function isOrderEvent(data: unknown): data is OrderEvent {
  return typeof data === "object" && data !== null && typeof (data as OrderEvent).id === "string";
}

type ApiState = Parameters<typeof orderingApi.util.selectCachedArgsForQuery>[0];

/**
 * Shows the news at once wherever the order is on the screen, then reads that order again
 * for what an event does not carry (history, translated labels). An order no list holds yet refreshes the lists.
 */
export function applyOrderEvent(event: OrderEvent) {
  return (dispatch: ThunkDispatch<ApiState, unknown, UnknownAction>, getState: () => ApiState) => {
    const facts = factsOf(event);
    let known = false;
    dispatch(
      orderingApi.util.updateQueryData("orderingOrdersRetrieve", { id: event.id }, (order) => void merge(order, facts)),
    );
    for (const args of orderingApi.util.selectCachedArgsForQuery(getState(), "orderingOrdersList")) {
      dispatch(
        orderingApi.util.updateQueryData("orderingOrdersList", args, (page) => {
          const row = page.results.find((order) => order.id === event.id);
          if (row) known = merge(row, facts);
        }),
      );
    }
    dispatch(
      orderingApi.util.invalidateTags([known ? orderTag(event) : { type: "ordering", id: "LIST" }, orderTag(event)]),
    );
  };
}

function factsOf(event: OrderEvent): OrderFacts {
  const said = FACTS.filter((name) => event[name] !== undefined).map((name) => [name, event[name]]);
  return Object.fromEntries(said) as OrderFacts;
}

/** An event that was overtaken by a newer reading changes nothing. */
function merge(order: Order | OrderDetail, facts: OrderFacts): true {
  if (facts.version === undefined || facts.version >= (order.version ?? 0)) Object.assign(order, facts);
  return true;
}
