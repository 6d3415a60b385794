import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import type { Exchange, Order } from "@/shared/api/generated";
import { StatusTag, type StatusTone } from "@/shared/ui/status-tag";

export type OrderStatus = Order["status"];
export type ExchangeState = Exchange["state"];

export const ORDER_STATUSES: Record<OrderStatus, { label: MessageDescriptor; tone: StatusTone }> = {
  placed: { label: msg`Placed`, tone: "progress" },
  accepted: { label: msg`Accepted`, tone: "info" },
  provisioning: { label: msg`Being supplied`, tone: "info" },
  ready: { label: msg`Ready to ship`, tone: "info" },
  shipping: { label: msg`Shipping`, tone: "info" },
  awaiting_payment: { label: msg`Awaiting payment`, tone: "warning" },
  closed: { label: msg`Closed`, tone: "success" },
  rejected: { label: msg`Rejected`, tone: "danger" },
  cancelled: { label: msg`Cancelled`, tone: "neutral" },
};

export const EXCHANGE_STATES: Record<ExchangeState, { label: MessageDescriptor; tone: StatusTone }> = {
  waiting: { label: msg`waiting for 1C`, tone: "progress" },
  sent: { label: msg`sent to 1C`, tone: "progress" },
  accepted: { label: msg`in 1C`, tone: "success" },
  rejected: { label: msg`refused by 1C`, tone: "danger" },
  parked: { label: msg`needs attention`, tone: "warning" },
};

/** In the words of the page: an event brings a new state before the server has said its name. */
export function OrderStatusTag({ order }: { order: Pick<Order, "status" | "status_label"> }) {
  const { i18n } = useLingui();
  const known = ORDER_STATUSES[order.status];
  return <StatusTag tone={known?.tone ?? "neutral"}>{known ? i18n._(known.label) : order.status_label}</StatusTag>;
}

export function ExchangeTag({ exchange }: { exchange: Exchange }) {
  const { i18n } = useLingui();
  const known = EXCHANGE_STATES[exchange.state];
  return known ? <StatusTag tone={known.tone}>{i18n._(known.label)}</StatusTag> : null;
}
