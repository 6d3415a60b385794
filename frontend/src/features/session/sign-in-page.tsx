import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Link, Navigate, useSearchParams } from "react-router";

import { generatedApi } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { useDispatch } from "react-redux";

import { useSignInMutation } from "./auth-api";
import { authMessages } from "./auth-errors";
import { AuthFrame } from "./auth-frame";
import { AuthProblem } from "./auth-problem";
import { returnPath } from "./return-path";

const INPUTS = ["email", "password"];

export function SignInPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const [params] = useSearchParams();
  const session = useSession();
  useDocumentTitle(t`Sign in`);
  if (session?.user) return <Navigate to={returnPath(params.get("next"), language)} replace />;
  return (
    <AuthFrame title={t`Sign in to your cabinet`} demo={session?.demo}>
      <SignInForm />
    </AuthFrame>
  );
}

function SignInForm() {
  const { t } = useLingui();
  const language = useLanguage();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [empty, setEmpty] = useState<string[]>([]);
  const { signIn, error, isLoading } = useEntering();
  const messages = authMessages(error, INPUTS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [...(email.trim() ? [] : ["email"]), ...(password ? [] : ["password"])];
    setEmpty(missing);
    if (missing.length === 0) void signIn({ email: email.trim(), password });
  };
  const errorsOf = (name: string) => (empty.includes(name) ? [t`Fill in this field.`] : messages.fields[name]);
  return (
    <form onSubmit={submit} noValidate>
      <AuthProblem error={error} messages={messages} />
      <Field
        label={t`E-mail`}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        errors={errorsOf("email")}
      />
      <Field
        label={t`Password`}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        errors={errorsOf("password")}
      />
      <Button type="submit" busy={isLoading}>{t`Sign in`}</Button>
      <Link to={`/${language}/reset-password`}>
        <Trans>Forgot the password?</Trans>
      </Link>
    </form>
  );
}

/** Signs in and reads the session anew; until then the form stays, so that nothing typed is lost on a failure. */
function useEntering() {
  const dispatch = useDispatch();
  const [send, { error, isLoading }] = useSignInMutation();
  const signIn = async (credentials: { email: string; password: string }) => {
    const answer = await send(credentials);
    if (!answer.error) dispatch(generatedApi.util.invalidateTags(["session"]));
  };
  return { signIn, error, isLoading };
}
