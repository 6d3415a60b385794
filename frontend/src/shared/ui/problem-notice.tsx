import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import { problemKind, readProblem, type ProblemKind, type QueryError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";

const TITLES: Record<ProblemKind, MessageDescriptor> = {
  offline: msg`No connection to the portal`,
  "signed-out": msg`Your session has ended`,
  forbidden: msg`You are not allowed to do this`,
  missing: msg`This was not found`,
  conflict: msg`Somebody changed this before you`,
  throttled: msg`Too many attempts`,
  invalid: msg`Please check what you entered`,
  failed: msg`The portal could not do this`,
};

const ADVICE: Record<ProblemKind, MessageDescriptor> = {
  offline: msg`Check your network. What you typed is kept.`,
  "signed-out": msg`Sign in again; you will come back to this page.`,
  forbidden: msg`If you need it for your work, ask the head of your company's account or your manager.`,
  missing: msg`It may have been removed, or you have no access to it.`,
  conflict: msg`Reload to see the current state, then repeat your change.`,
  throttled: msg`Wait a minute and try again.`,
  invalid: msg`The fields with mistakes are marked.`,
  failed: msg`The mistake is on our side and has been recorded. Try again in a minute.`,
};

interface ProblemNoticeProps {
  error: QueryError;
  onRetry?: () => void;
  extra?: readonly string[];
}

/** Says what went wrong in the reader's language; the server's own words come after ours. */
export function ProblemNotice({ error, onRetry, extra = [] }: ProblemNoticeProps) {
  const { t, i18n } = useLingui();
  const kind = problemKind(error);
  const said = [readProblem(error).detail, ...extra].filter(Boolean);
  return (
    <Notice
      tone={kind === "offline" ? "warning" : "danger"}
      title={i18n._(TITLES[kind])}
      action={onRetry && kind !== "forbidden" && <Button look="quiet" onClick={onRetry}>{t`Try again`}</Button>}
    >
      {said.length > 0 ? said.join(" ") : i18n._(ADVICE[kind])}
    </Notice>
  );
}
