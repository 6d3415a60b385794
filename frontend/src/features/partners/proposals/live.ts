import type { Exchange } from "@/shared/api/generated";

const WATCH_MS = 10_000;

/** What 1C says arrives as an event; the tries to reach it do not, so a row on its way is also read every ten seconds. */
export function watching(exchange: Exchange | null | undefined) {
  const travelling = exchange != null && !["accepted", "rejected"].includes(exchange.state);
  return { pollingInterval: travelling ? WATCH_MS : 0, skipPollingIfUnfocused: true };
}
