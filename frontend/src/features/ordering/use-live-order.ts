import { skipToken } from "@reduxjs/toolkit/query";

import { orderingApi, useOrderQuery } from "./api";

const WATCH_MS = 10_000;

/**
 * An order that follows the portal. Its states arrive as events; the tries to reach 1C do not,
 * so while it is on its way it is also read every ten seconds.
 */
export function useLiveOrder(id: string) {
  const args = id ? { id } : skipToken;
  const { data } = orderingApi.endpoints.orderingOrdersRetrieve.useQueryState(args);
  const travelling = data?.exchange != null && !["accepted", "rejected"].includes(data.exchange.state);
  return useOrderQuery(args, { pollingInterval: travelling ? WATCH_MS : 0, skipPollingIfUnfocused: true });
}
