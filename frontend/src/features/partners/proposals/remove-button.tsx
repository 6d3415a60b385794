import { useLingui } from "@lingui/react/macro";
import { App } from "antd";

import type { QueryError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { ProblemNotice } from "@/shared/ui/problem-notice";

interface RemoveButtonProps {
  label: string;
  question: string;
  consequence: string;
  error: QueryError;
  busy: boolean;
  remove: () => void;
}

/** Asks before it removes, and says what follows. */
export function RemoveButton({ label, question, consequence, error, busy, remove }: RemoveButtonProps) {
  const { t } = useLingui();
  const { modal } = App.useApp();
  const ask = () =>
    void modal.confirm({
      title: question,
      content: consequence,
      okText: label,
      cancelText: t`Cancel`,
      okButtonProps: { danger: true },
      onOk: remove,
    });
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <div>
        <Button look="quiet" busy={busy} onClick={ask}>
          {label}
        </Button>
      </div>
    </>
  );
}
