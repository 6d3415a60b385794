import { useLingui } from "@lingui/react/macro";

import { unplacedMessages, type QueryError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { lineProblems } from "./line-problems";
import { useCart } from "./use-cart";

import styles from "./wizard.module.css";

interface LineProblemNoticeProps {
  agreement: number;
  error: QueryError;
  onRetry?: () => void;
  onEdit: () => void;
}

/** Names the lines the portal refuses, and why; anything else is said as a problem of the whole. */
export function LineProblemNotice({ agreement, error, onRetry, onEdit }: LineProblemNoticeProps) {
  const { t } = useLingui();
  const { lines } = useCart(agreement).cart;
  const problems = [...lineProblems(error)];
  if (problems.length === 0)
    return <ProblemNotice error={error} onRetry={onRetry} extra={unplacedMessages(error, [])} />;
  return (
    <Notice
      tone="danger"
      title={t`Some lines cannot be ordered as they are`}
      action={<Button look="quiet" onClick={onEdit}>{t`Change the lines`}</Button>}
    >
      <ul className={styles.warnings}>
        {problems.map(([at, messages]) => (
          <li key={at}>{[lines[at]?.name, messages.join(" ")].filter(Boolean).join(": ")}</li>
        ))}
      </ul>
    </Notice>
  );
}
