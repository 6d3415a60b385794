import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";

import type { Claim, KindEnum } from "@/shared/api/generated";
import { StatusTag, type StatusTone } from "@/shared/ui/status-tag";

export const CLAIM_STATUSES: Record<string, { label: MessageDescriptor; tone: StatusTone }> = {
  registered: { label: msg`Registered`, tone: "progress" },
  processing: { label: msg`Being looked into`, tone: "info" },
  satisfied: { label: msg`Satisfied`, tone: "success" },
  not_satisfied: { label: msg`Not satisfied`, tone: "neutral" },
  not_taken: { label: msg`Not accepted by 1C`, tone: "danger" },
};

export const CLAIM_KINDS: Record<KindEnum, MessageDescriptor> = {
  quantity: msg`Quantity`,
  quality: msg`Quality`,
  assortment: msg`Wrong goods`,
  delivery: msg`Delivery`,
  documents: msg`Documents`,
};

export function ClaimStatusTag({ claim }: { claim: Pick<Claim, "status" | "status_label"> }) {
  return <StatusTag tone={CLAIM_STATUSES[claim.status]?.tone ?? "neutral"}>{claim.status_label}</StatusTag>;
}
