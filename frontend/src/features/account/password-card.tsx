import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";

import { authMessages } from "@/shared/auth/auth-errors";
import { AuthProblem } from "@/shared/auth/auth-problem";
import { PasswordRules } from "@/shared/auth/password-rules";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Notice } from "@/shared/ui/notice";

import { useChangePasswordMutation } from "./api";

import styles from "./security.module.css";

export function PasswordCard({ email }: { email: string }) {
  return (
    <section className={styles.card} aria-labelledby="password">
      <header className={styles.cardHead}>
        <h2 id="password">
          <Trans>Password</Trans>
        </h2>
      </header>
      <PasswordForm email={email} />
    </section>
  );
}

function PasswordForm({ email }: { email: string }) {
  const { t } = useLingui();
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [change, { error, isLoading, isSuccess }] = useChangePasswordMutation();
  const messages = authMessages(error, ["current_password", "new_password"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!current || !fresh) return;
    const answer = await change({ current_password: current, new_password: fresh });
    if (answer.error) return;
    setCurrent("");
    setFresh("");
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <PasswordRules />
      <AuthProblem error={error} messages={messages} />
      {isSuccess && !current && (
        <Notice tone="success" title={t`The password is changed`}>
          <Trans>Your other sessions have ended.</Trans>
        </Notice>
      )}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={t`Current password`}
        type="password"
        name="current_password"
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        errors={messages.fields.current_password}
      />
      <Field
        label={t`New password`}
        type="password"
        name="new_password"
        autoComplete="new-password"
        value={fresh}
        onChange={(event) => setFresh(event.target.value)}
        errors={messages.fields.new_password}
      />
      <div className={styles.actions}>
        <Button type="submit" busy={isLoading}>{t`Change the password`}</Button>
      </div>
    </form>
  );
}
