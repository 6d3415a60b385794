import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import type { Staff } from "@/shared/api/generated";
import { StatusTag, type StatusTone } from "@/shared/ui/status-tag";

export type StaffState = Staff["state"];

export const STAFF_STATES: Record<StaffState, { label: MessageDescriptor; tone: StatusTone }> = {
  active: { label: msg`Works`, tone: "success" },
  invited: { label: msg`Invited`, tone: "progress" },
  expired: { label: msg`Invitation expired`, tone: "warning" },
  blocked: { label: msg`Blocked`, tone: "danger" },
};

export function isStaffState(value: string): value is StaffState {
  return value in STAFF_STATES;
}

export function StaffStateTag({ state }: { state: StaffState }) {
  const { i18n } = useLingui();
  return <StatusTag tone={STAFF_STATES[state].tone}>{i18n._(STAFF_STATES[state].label)}</StatusTag>;
}
