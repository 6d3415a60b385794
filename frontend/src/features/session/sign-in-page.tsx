import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, type FormEvent } from "react";
import { Link, Navigate, useSearchParams } from "react-router";

import { generatedApi } from "@/shared/api/generated";
import { authMessages } from "@/shared/auth/auth-errors";
import { AuthProblem } from "@/shared/auth/auth-problem";
import { isOfTheAdmin, returnPath } from "@/shared/auth/return-path";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { useDispatch } from "react-redux";

import { useSignInMutation, type SignInStep } from "./auth-api";
import { AuthFrame } from "./auth-frame";
import { CodeStep } from "./code-step";

const INPUTS = ["email", "password"];

export function SignInPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const [email, setEmail] = useState("");
  const dispatch = useDispatch();
  const session = useSession();
  useDocumentTitle(t`Sign in`);
  if (session?.user) return <Onwards to={returnPath(params.get("next"), language)} />;
  const enter = () => void dispatch(generatedApi.util.invalidateTags(["session"]));
  const goTo = (step: "code" | "password") =>
    setParams((before) => {
      if (step === "code") before.set("step", "code");
      else before.delete("step");
      return before;
    });
  const atCode = params.get("step") === "code";
  return (
    <AuthFrame title={atCode ? t`Second step` : t`Sign in to your cabinet`} demo={session?.demo}>
      {atCode ? (
        <CodeStep onDone={enter} onBack={() => goTo("password")} />
      ) : (
        <PasswordStep email={email} onEmail={setEmail} onNext={(step) => (step === "code" ? goTo("code") : enter())} />
      )}
    </AuthFrame>
  );
}

/** The admin is outside the router: the browser goes there itself. */
function Onwards({ to }: { to: string }) {
  const outside = isOfTheAdmin(to);
  useEffect(() => {
    if (outside) window.location.replace(to);
  }, [outside, to]);
  return outside ? null : <Navigate to={to} replace />;
}

interface PasswordStepProps {
  email: string;
  onEmail: (email: string) => void;
  onNext: (step: SignInStep) => void;
}

/** The form stays until the session is read anew, so that nothing typed is lost on a failure. */
function PasswordStep({ email, onEmail, onNext }: PasswordStepProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [password, setPassword] = useState("");
  const [empty, setEmpty] = useState<string[]>([]);
  const [signIn, { error, isLoading }] = useSignInMutation();
  const messages = authMessages(error, INPUTS);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = [...(email.trim() ? [] : ["email"]), ...(password ? [] : ["password"])];
    setEmpty(missing);
    if (missing.length > 0) return;
    const answer = await signIn({ email: email.trim(), password });
    if (answer.data) onNext(answer.data);
  };
  const errorsOf = (name: string) => (empty.includes(name) ? [t`Fill in this field.`] : messages.fields[name]);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <AuthProblem error={error} messages={messages} />
      <Field
        label={t`E-mail`}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        onChange={(event) => onEmail(event.target.value)}
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
      <Link to={`/${language}/apply`}>
        <Trans>Become a client</Trans>
      </Link>
    </form>
  );
}
