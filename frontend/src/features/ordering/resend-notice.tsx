import { useLingui } from "@lingui/react/macro";

import type { OrderDetail } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { useResendOrderMutation } from "./api";

/** While 1C has not taken the order: says that it will, and lets an impatient buyer wake the delivery. */
export function ResendNotice({ order }: { order: OrderDetail }) {
  const { t } = useLingui();
  const [resend, { isLoading, error }] = useResendOrderMutation();
  if (!order.exchange) return null;
  const { state, attempts, message } = order.exchange;
  if (error) return <ProblemNotice error={error} onRetry={() => void resend({ id: order.id })} />;
  if (state !== "parked" && !(state === "waiting" && attempts > 0)) return null;
  return (
    <Notice
      tone="warning"
      title={state === "parked" ? t`The order could not be handed to 1C` : t`1C is not answering now`}
      action={
        <Button look="quiet" busy={isLoading} onClick={() => void resend({ id: order.id })}>{t`Send again`}</Button>
      }
    >
      {message ||
        (state === "parked"
          ? t`The portal keeps the order. Send it again or ask your manager.`
          : t`The portal has your order and will hand it over by itself as soon as 1C is back. It cannot be doubled.`)}
    </Notice>
  );
}
