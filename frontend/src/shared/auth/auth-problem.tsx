import { Trans } from "@lingui/react/macro";

import { problemKind, type QueryError } from "@/shared/api/problem";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import type { AuthMessages } from "./auth-errors";

/** What is wrong with the form as a whole; nothing when every message has found its field. */
export function AuthProblem({ error, messages }: { error: QueryError; messages: AuthMessages }) {
  if (!error) return null;
  if (messages.general.length > 0) return <Notice tone="danger" title={messages.general.join(" ")} />;
  if (Object.keys(messages.fields).length > 0) return null;
  if (problemKind(error) === "signed-out")
    return <Notice tone="warning" title={<Trans>That took too long. Please start again.</Trans>} />;
  return <ProblemNotice error={error} />;
}
