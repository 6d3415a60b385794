import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";

import { authMessages } from "@/shared/auth/auth-errors";
import { AuthProblem } from "@/shared/auth/auth-problem";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";

import { useGiveCodeMutation } from "./auth-api";

interface CodeStepProps {
  onDone: () => void;
  onBack: () => void;
}

/** The second step of signing in: a code of the app, or a recovery code where the telephone is lost. */
export function CodeStep({ onDone, onBack }: CodeStepProps) {
  const { t } = useLingui();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const [empty, setEmpty] = useState(false);
  const [give, { error, isLoading, reset }] = useGiveCodeMutation();
  const messages = authMessages(error, ["code"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setEmpty(!code.trim());
    if (code.trim() && !(await give({ code: code.trim() })).error) onDone();
  };
  const otherWay = () => {
    setRecovery(!recovery);
    setCode("");
    setEmpty(false);
    reset();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <AuthProblem error={error} messages={messages} />
      <Field
        key={String(recovery)}
        label={recovery ? t`Recovery code` : t`Code from the app`}
        hint={recovery ? t`One of the codes you saved; each works once.` : t`Six digits of your authenticator app.`}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
        errors={empty && !code.trim() ? [t`Fill in this field.`] : messages.fields.code}
      />
      <Button type="submit" busy={isLoading}>{t`Confirm`}</Button>
      <Button look="quiet" onClick={otherWay}>
        {recovery ? <Trans>Use the app instead</Trans> : <Trans>No telephone at hand? Use a recovery code</Trans>}
      </Button>
      <Button look="bare" onClick={onBack}>
        <Trans>Back to the password</Trans>
      </Button>
    </form>
  );
}
