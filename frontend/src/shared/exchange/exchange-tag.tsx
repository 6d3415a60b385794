import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import type { Exchange } from "@/shared/api/generated";
import { StatusTag, type StatusTone } from "@/shared/ui/status-tag";

type ExchangeState = Exchange["state"];

export const EXCHANGE_STATES: Record<ExchangeState, { label: MessageDescriptor; tone: StatusTone }> = {
  waiting: { label: msg`waiting for 1C`, tone: "progress" },
  sent: { label: msg`sent to 1C`, tone: "progress" },
  accepted: { label: msg`in 1C`, tone: "success" },
  rejected: { label: msg`refused by 1C`, tone: "danger" },
  parked: { label: msg`needs attention`, tone: "warning" },
};

export function ExchangeTag({ exchange }: { exchange: Exchange }) {
  const { i18n } = useLingui();
  const known = EXCHANGE_STATES[exchange.state];
  return known ? <StatusTag tone={known.tone}>{i18n._(known.label)}</StatusTag> : null;
}
