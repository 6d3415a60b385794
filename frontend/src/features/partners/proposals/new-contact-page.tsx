import { useLingui } from "@lingui/react/macro";
import { App, Form } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";

import type { ConsigneeOptions, ContactAddInputRequest } from "@/shared/api/generated";
import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useAddContactMutation, useConsigneeOptionsQuery } from "./api";
import { CONTACT_INPUTS, ContactFields } from "./contact-fields";
import { forgetErrors, useFieldErrors } from "./editing";
import { FormNotice } from "./form-notice";
import { Frame } from "./frame";
import { onlyPartner, PartnerField } from "./partner-field";

import styles from "./proposals.module.css";

export function NewContactPage() {
  const { t } = useLingui();
  const query = useConsigneeOptionsQuery();
  useDocumentTitle(t`Add a contact person`);
  return (
    <Frame to="terms" list={t`Limits and contacts`}>
      <ScreenHead
        title={t`Add a contact person`}
        note={t`Whom the manufacturer may write to or call. This gives no access to the portal.`}
      />
      <QueryView query={query}>{(options) => <NewContactForm options={options} />}</QueryView>
    </Frame>
  );
}

function NewContactForm({ options }: { options: ConsigneeOptions }) {
  const { t } = useLingui();
  const [form] = Form.useForm<ContactAddInputRequest>();
  const { send, error, isLoading } = useAdding();
  useFieldErrors(form, error);
  return (
    <Form
      form={form}
      className={styles.card}
      layout="vertical"
      requiredMark={false}
      initialValues={{ partner: onlyPartner(options) }}
      onValuesChange={(changed: object) => forgetErrors(form, changed)}
      onFinish={(values) => void send(values)}
    >
      <FormNotice error={error} inputs={CONTACT_INPUTS} />
      <PartnerField options={options} />
      <ContactFields />
      <div className={styles.actions}>
        <Button type="submit" busy={isLoading}>{t`Add`}</Button>
      </div>
    </Form>
  );
}

/** One key for one intended person: a repeat after a lost answer adds no second one. */
function useAdding() {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [add, { error, isLoading }] = useAddContactMutation();
  const send = async (values: ContactAddInputRequest) => {
    const answer = await add({ "Idempotency-Key": key, contactAddInputRequest: values });
    if (!answer.data) return;
    void message.success(t`The contact person is on its way to 1C.`);
    void navigate(`/${language}/cabinet/terms`);
  };
  return { send, error, isLoading };
}
