import { useLingui } from "@lingui/react/macro";

import { problemKind, readProblem, unplacedMessages, type QueryError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { LineProblemNotice } from "./line-problem-notice";
import { lineProblems } from "./line-problems";
import type { Step } from "./wizard-steps";

const PRICE_CHANGED = "price_changed";

interface PlacingProblemProps {
  agreement: number;
  error: QueryError;
  /** Checks the order anew and forgets the refusal. */
  onRecheck: () => void;
  go: (step: Step) => void;
}

/** Why placing failed: what is about a field leads to its step, a lost answer invites a safe retry. */
export function PlacingProblem({ agreement, error, onRecheck, go }: PlacingProblemProps) {
  const { t } = useLingui();
  const kind = problemKind(error);
  if (kind === "offline" || kind === "failed") {
    const safe = t`Try again: the same order is sent with the same key, so it cannot be placed twice.`;
    return <Notice tone="warning" title={t`The portal has not answered`} children={safe} />;
  }
  if (lineProblems(error).size > 0) {
    return <LineProblemNotice agreement={agreement} error={error} onEdit={() => go("products")} />;
  }
  if (kind === "invalid") {
    const action = <Button look="quiet" onClick={() => go("requisites")}>{t`To the requisites`}</Button>;
    const said = unplacedMessages(error, ["lines"]).join(" ");
    return <Notice tone="danger" title={t`Please check what you entered`} action={action} children={said} />;
  }
  if (readProblem(error).code === PRICE_CHANGED) {
    const action = <Button look="quiet" onClick={onRecheck}>{t`Check again`}</Button>;
    return (
      <Notice tone="warning" title={t`The prices have changed`} action={action} children={readProblem(error).detail} />
    );
  }
  return <ProblemNotice error={error} onRetry={kind === "conflict" ? onRecheck : undefined} />;
}
