import { useLingui } from "@lingui/react/macro";
import { Modal } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";

import type { QueryError } from "@/shared/api/problem";
import { authMessages } from "@/shared/auth/auth-errors";
import { AuthProblem } from "@/shared/auth/auth-problem";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";

import { asksForPassword, useReauthenticateMutation } from "./api";

import styles from "./security.module.css";

interface Outcome {
  error?: QueryError;
}

interface Waiting {
  action: () => Promise<Outcome>;
  text: ReactNode;
}

interface Options {
  /** Ask in any case, not only when the portal does: for what weakens the account. */
  always?: boolean;
  text?: ReactNode;
}

/** Does things that may need the password once more; `dialog` has to stand somewhere on the screen. */
export function useProof() {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const run = async (action: Waiting["action"], { always = false, text }: Options = {}) => {
    if (always || asksForPassword((await action()).error)) setWaiting({ action, text });
  };
  const dialog = waiting && (
    <ProofDialog
      text={waiting.text}
      onCancel={() => setWaiting(null)}
      onProved={() => {
        setWaiting(null);
        void waiting.action();
      }}
    />
  );
  return { run, dialog };
}

interface ProofDialogProps {
  text: ReactNode;
  onCancel: () => void;
  onProved: () => void;
}

function ProofDialog({ text, onCancel, onProved }: ProofDialogProps) {
  const { t } = useLingui();
  const [password, setPassword] = useState("");
  const [prove, { error, isLoading }] = useReauthenticateMutation();
  const messages = authMessages(error, ["password"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password && !(await prove({ password })).error) onProved();
  };
  return (
    <Modal open title={t`Is it you?`} onCancel={onCancel} footer={null} width={420} destroyOnHidden>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {text && <p>{text}</p>}
        <AuthProblem error={error} messages={messages} />
        <Field
          label={t`Your password`}
          type="password"
          name="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          errors={messages.fields.password}
        />
        <div className={styles.actions}>
          <Button type="submit" busy={isLoading}>{t`Confirm`}</Button>
          <Button look="quiet" onClick={onCancel}>{t`Cancel`}</Button>
        </div>
      </form>
    </Modal>
  );
}
