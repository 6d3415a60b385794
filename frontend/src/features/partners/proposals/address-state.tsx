import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import type { Address, AddressStateEnum } from "@/shared/api/generated";
import { StatusTag, type StatusTone } from "@/shared/ui/status-tag";

export const ADDRESS_STATES: Record<AddressStateEnum, { label: MessageDescriptor; tone: StatusTone }> = {
  proposed: { label: msg`being confirmed`, tone: "progress" },
  confirmed: { label: msg`confirmed`, tone: "success" },
  rejected: { label: msg`rejected`, tone: "danger" },
};

export function AddressStateTag({ state }: Pick<Address, "state">) {
  const { i18n } = useLingui();
  return <StatusTag tone={ADDRESS_STATES[state].tone}>{i18n._(ADDRESS_STATES[state].label)}</StatusTag>;
}
