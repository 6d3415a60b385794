import { useLingui } from "@lingui/react/macro";

import type { ClaimDetail } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { useResendClaimMutation } from "./api";

/** While 1C has not taken the claim: says that it will, and lets an impatient client wake the delivery. */
export function ResendClaim({ claim }: { claim: ClaimDetail }) {
  const { t } = useLingui();
  const [resend, { isLoading, error }] = useResendClaimMutation();
  const again = () => void resend({ id: claim.id });
  if (!claim.exchange) return null;
  const { state, attempts, message } = claim.exchange;
  if (error) return <ProblemNotice error={error} onRetry={again} />;
  if (state === "rejected") {
    return <Notice tone="danger" title={t`1C has not accepted this`} children={message} />;
  }
  if (state !== "parked" && !(state === "waiting" && attempts > 0)) return null;
  return (
    <Notice
      tone="warning"
      title={state === "parked" ? t`The claim could not be handed to 1C` : t`1C is not answering now`}
      action={<Button look="quiet" busy={isLoading} onClick={again}>{t`Send again`}</Button>}
    >
      {message}
    </Notice>
  );
}
