import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { useNavigate, useParams } from "react-router";

import { useLazySessionRetrieveQuery, type Invitation } from "@/shared/api/generated";
import { readProblem, unplacedMessages } from "@/shared/api/problem";
import { PasswordRules } from "@/shared/auth/password-rules";
import { BRAND_NAME } from "@/shared/brand";
import { isLanguage, LANGUAGE_NAMES } from "@/shared/i18n/language";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { SelectField } from "@/shared/ui/select-field";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { AuthFrame } from "./auth-frame";
import { useAcceptInvitationMutation, useInvitationQuery } from "./invitation-api";

const INPUTS = ["first_name", "last_name", "language", "password"];

export function InvitationPage() {
  const { t } = useLingui();
  const { token = "" } = useParams();
  const query = useInvitationQuery({ token });
  useDocumentTitle(t`Invitation`);
  return (
    <AuthFrame title={t`Welcome to ${BRAND_NAME}`}>
      {readProblem(query.error).code.startsWith("invitation_") ? (
        <Notice tone="warning" title={t`This invitation is closed`}>
          {readProblem(query.error).detail}
        </Notice>
      ) : (
        <QueryView query={query}>{(invitation) => <Welcome token={token} invitation={invitation} />}</QueryView>
      )}
    </AuthFrame>
  );
}

function Welcome({ token, invitation }: { token: string; invitation: Invitation }) {
  const { organisation, invited_by: person, roles } = invitation;
  const user = useSession()?.user;
  const name = user?.name ?? "";
  const role = roles.map(({ name }) => name).join(", ");
  return (
    <>
      <p>
        {person ? (
          <Trans>
            {person} ({organisation}) invites you to work in the cabinet. Your role: {role}.
          </Trans>
        ) : (
          <Trans>
            The cabinet of {organisation} is ready. Your role: {role}.
          </Trans>
        )}
      </p>
      {user && user.email !== invitation.email && (
        <Notice tone="info" title={<Trans>You are signed in as {name}</Trans>}>
          <Trans>Accepting signs you out of that account.</Trans>
        </Notice>
      )}
      <AcceptForm token={token} invitation={invitation} />
    </>
  );
}

function AcceptForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useLingui();
  const speaking = useLanguage();
  const { accept, error, isLoading } = useAccepting(token);
  const { email, first_name, last_name } = invitation;
  const [values, setValues] = useState({ first_name, last_name, password: "", language: speaking });
  const { errors } = readProblem(error);
  const field = (name: "first_name" | "last_name" | "password") => ({
    name,
    value: values[name],
    errors: errors[name] ?? [],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void accept(values);
  };
  const said = Object.keys(errors).length > 0 && unplacedMessages(error, INPUTS).length === 0;
  return (
    <form onSubmit={submit} noValidate>
      {error && !said && <ProblemNotice error={error} />}
      <Field label={t`E-mail`} type="email" name="email" autoComplete="username" value={email} readOnly />
      <Field label={t`First name`} autoComplete="given-name" {...field("first_name")} />
      <Field label={t`Last name`} autoComplete="family-name" {...field("last_name")} />
      <SelectField
        label={t`Language`}
        value={values.language}
        onChange={(language) => isLanguage(language) && setValues({ ...values, language })}
        options={Object.entries(LANGUAGE_NAMES)}
      />
      <PasswordRules />
      <Field label={t`Password`} type="password" autoComplete="new-password" {...field("password")} />
      <Button type="submit" busy={isLoading}>{t`Accept and sign in`}</Button>
    </form>
  );
}

interface Accepting {
  first_name: string;
  last_name: string;
  password: string;
  language: "ru" | "en" | "kk";
}

/** Opens the account; the session is read anew before the cabinet asks who is there. */
function useAccepting(token: string) {
  const navigate = useNavigate();
  const [readSession] = useLazySessionRetrieveQuery();
  const [send, { error, isLoading }] = useAcceptInvitationMutation();
  const accept = async (values: Accepting) => {
    const answer = await send({ token, invitationAcceptRequest: values });
    if (!answer.data) return;
    await readSession();
    void navigate(`/${values.language}/cabinet`, { replace: true });
  };
  return { accept, error, isLoading };
}
