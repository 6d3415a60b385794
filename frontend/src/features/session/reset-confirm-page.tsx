import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Link, useParams } from "react-router";

import { authMessages } from "@/shared/auth/auth-errors";
import { AuthProblem } from "@/shared/auth/auth-problem";
import { PasswordRules } from "@/shared/auth/password-rules";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button, LinkButton } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Notice } from "@/shared/ui/notice";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useResetPasswordMutation } from "./auth-api";
import { AuthFrame } from "./auth-frame";

export function ResetConfirmPage() {
  const { t } = useLingui();
  const { key = "" } = useParams();
  useDocumentTitle(t`New password`);
  return (
    <AuthFrame title={t`New password`}>
      <NewPasswordForm resetKey={key} />
    </AuthFrame>
  );
}

function NewPasswordForm({ resetKey }: { resetKey: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [password, setPassword] = useState("");
  const [reset, { error, isLoading, isSuccess }] = useResetPasswordMutation();
  const messages = authMessages(error, ["password"]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void reset({ key: resetKey, password });
  };
  if (isSuccess) {
    return (
      <>
        <Notice tone="success" title={t`The password is changed`} />
        <LinkButton to={`/${language}/sign-in`}>{t`Sign in`}</LinkButton>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <AuthProblem error={error} messages={messages} />
      <PasswordRules />
      <Field
        label={t`New password`}
        type="password"
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        errors={messages.fields.password}
      />
      <Button type="submit" busy={isLoading}>{t`Save the password`}</Button>
      <Link to={`/${language}/reset-password`}>
        <Trans>Ask for a new link</Trans>
      </Link>
    </form>
  );
}
