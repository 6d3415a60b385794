import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import type { Order } from "@/shared/api/generated";
import { StatusTag, type StatusTone } from "@/shared/ui/status-tag";

export type OrderStatus = Order["status"];

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

/** In the words of the page: an event brings a new state before the server has said its name. */
export function OrderStatusTag({ order }: { order: Pick<Order, "status" | "status_label"> }) {
  const { i18n } = useLingui();
  const known = ORDER_STATUSES[order.status];
  return <StatusTag tone={known?.tone ?? "neutral"}>{known ? i18n._(known.label) : order.status_label}</StatusTag>;
}
