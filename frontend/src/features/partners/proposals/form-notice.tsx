import { useLingui } from "@lingui/react/macro";

import type { QueryError } from "@/shared/api/problem";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { isSaidByInputs } from "./editing";

interface FormNoticeProps {
  error: QueryError;
  inputs: readonly string[];
  /** What the row is by now, in words, after a lost race. */
  now?: string | undefined;
}

/** What the inputs do not say themselves; after a lost race also what stands there now. */
export function FormNotice({ error, inputs, now }: FormNoticeProps) {
  const { t } = useLingui();
  if (!error || isSaidByInputs(error, inputs)) return null;
  return <ProblemNotice error={error} extra={now ? [t`Now it says: ${now}`] : []} />;
}
