import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Link } from "react-router";

import { authMessages } from "@/shared/auth/auth-errors";
import { AuthProblem } from "@/shared/auth/auth-problem";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Notice } from "@/shared/ui/notice";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useRequestPasswordResetMutation } from "./auth-api";
import { AuthFrame } from "./auth-frame";

export function ResetRequestPage() {
  const { t } = useLingui();
  const language = useLanguage();
  useDocumentTitle(t`Password reset`);
  return (
    <AuthFrame title={t`Password reset`}>
      <RequestForm />
      <Link to={`/${language}/sign-in`}>
        <Trans>Back to sign-in</Trans>
      </Link>
    </AuthFrame>
  );
}

/** The answer is the same for a known and an unknown address: nobody learns who has an account. */
function RequestForm() {
  const { t } = useLingui();
  const [email, setEmail] = useState("");
  const [request, { error, isLoading, isSuccess }] = useRequestPasswordResetMutation();
  const messages = authMessages(error, ["email"]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void request({ email: email.trim() });
  };
  if (isSuccess) {
    return (
      <Notice tone="success" title={t`Look into your mail`}>
        <Trans>If {email} has an account here, a letter with a link is on its way. The link works once.</Trans>
      </Notice>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <AuthProblem error={error} messages={messages} />
      <Field
        label={t`E-mail`}
        hint={t`The address you sign in with.`}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        errors={messages.fields.email}
      />
      <Button type="submit" busy={isLoading}>{t`Send the link`}</Button>
    </form>
  );
}
