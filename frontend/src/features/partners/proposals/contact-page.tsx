import { useLingui } from "@lingui/react/macro";
import { skipToken } from "@reduxjs/toolkit/query";
import { App, Form } from "antd";
import { useNavigate, useParams } from "react-router";

import type { Contact } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import {
  proposalsApi,
  useChangeContactMutation,
  useContactQuery,
  useRemoveContactMutation,
  useResendContactMutation,
} from "./api";
import { CONTACT_INPUTS, ContactFields, contactValues, type ContactValues } from "./contact-fields";
import { currentOf, forgetErrors, useFieldErrors, useFrozen } from "./editing";
import { FormNotice } from "./form-notice";
import { Frame } from "./frame";
import { watching } from "./live";
import { RemoveButton } from "./remove-button";
import { WayToOneC } from "./way-to-onec";

import styles from "./proposals.module.css";

export function ContactPage() {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const args = id ? { id } : skipToken;
  const { data } = proposalsApi.endpoints.partnersContactsRetrieve.useQueryState(args);
  const query = useContactQuery(args, watching(data?.exchange));
  useDocumentTitle(query.data?.name ?? t`Contact person`);
  return (
    <Frame to="terms" list={t`Limits and contacts`}>
      <QueryView query={query} missing={<EmptyState icon="user" level="h1" title={t`There is no such person`} />}>
        {(contact) => <ContactView key={contact.id} contact={contact} />}
      </QueryView>
    </Frame>
  );
}

function ContactView({ contact }: { contact: Contact }) {
  const [resend, { isLoading, error }] = useResendContactMutation();
  const again = () => void resend({ id: contact.id });
  return (
    <>
      <ScreenHead title={contact.name} note={contact.partner.name} />
      <WayToOneC
        exchange={contact.exchange}
        changedAt={contact.changed_at}
        mayResend={contact.may_change}
        resend={{ again, busy: isLoading, error }}
      />
      {contact.may_change ? <ChangeContact contact={contact} /> : <Facts contact={contact} />}
      {contact.may_change && <Remove contact={contact} />}
    </>
  );
}

/** What is typed stays through news, refusals and lost races. */
function ChangeContact({ contact }: { contact: Contact }) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const { shown, freeze, thaw } = useFrozen(contact);
  const [form] = Form.useForm<ContactValues>();
  const [change, { error, isLoading }] = useChangeContactMutation();
  useFieldErrors(form, error);
  const current = currentOf<Contact>(error);
  const save = async (values: ContactValues) => {
    const body = { ...values, version: current?.version ?? shown.version };
    const answer = await change({ id: contact.id, patchedContactChangeInputRequest: body });
    if (!answer.data) return;
    thaw();
    void message.success(t`Saved. The change is on its way to 1C.`);
  };
  return (
    <Form
      key={shown.version}
      form={form}
      className={styles.card}
      layout="vertical"
      requiredMark={false}
      initialValues={contactValues(shown)}
      onValuesChange={(changed: object) => {
        freeze();
        forgetErrors(form, changed);
      }}
      onFinish={(values) => void save(values)}
    >
      <h2>{t`Change the contact person`}</h2>
      <FormNotice
        error={error}
        inputs={CONTACT_INPUTS}
        now={current && [current.name, current.position, current.email, current.phone].filter(Boolean).join(", ")}
      />
      <ContactFields />
      <div className={styles.actions}>
        <Button type="submit" busy={isLoading}>{t`Save`}</Button>
      </div>
    </Form>
  );
}

function Facts({ contact }: { contact: Contact }) {
  const { t } = useLingui();
  return (
    <dl className={styles.facts}>
      <dt>{t`Position`}</dt>
      <dd>{contact.position || "—"}</dd>
      <dt>{t`E-mail`}</dt>
      <dd>{contact.email || "—"}</dd>
      <dt>{t`Telephone`}</dt>
      <dd>{contact.phone || "—"}</dd>
    </dl>
  );
}

function Remove({ contact }: { contact: Contact }) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [takeAway, { error, isLoading }] = useRemoveContactMutation();
  const remove = async () => {
    const version = currentOf<Contact>(error)?.version ?? contact.version;
    const answer = await takeAway({ id: contact.id, versionInputRequest: { version } });
    if (answer.error) return;
    void message.success(t`The contact person is removed.`);
    void navigate(`/${language}/cabinet/terms`);
  };
  return (
    <RemoveButton
      label={t`Remove the contact person`}
      question={t`Remove this contact person?`}
      consequence={t`The manufacturer will no longer turn to them. Their account in the portal, if any, is not touched.`}
      error={error}
      busy={isLoading}
      remove={() => void remove()}
    />
  );
}
