import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";

import type { Plan } from "@/shared/api/generated";
import { StatusTag, type StatusTone } from "@/shared/ui/status-tag";

export const PLAN_STATUSES: Record<string, { label: MessageDescriptor; tone: StatusTone }> = {
  pending: { label: msg`awaiting approval`, tone: "progress" },
  approved: { label: msg`approved`, tone: "success" },
  cancelled: { label: msg`cancelled`, tone: "neutral" },
  not_taken: { label: msg`not accepted by 1C`, tone: "danger" },
};

export function PlanStatusTag({ plan }: { plan: Pick<Plan, "status" | "status_label"> }) {
  return <StatusTag tone={PLAN_STATUSES[plan.status]?.tone ?? "neutral"}>{plan.status_label}</StatusTag>;
}
