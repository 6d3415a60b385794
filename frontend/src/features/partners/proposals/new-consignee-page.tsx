import { useLingui } from "@lingui/react/macro";
import { App, Form } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";

import type { ConsigneeOptions } from "@/shared/api/generated";
import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useConsigneeOptionsQuery, useProposeConsigneeMutation } from "./api";
import { cleaned, CONSIGNEE_INPUTS, ConsigneeFields, type ConsigneeValues } from "./consignee-fields";
import { forgetErrors, useFieldErrors } from "./editing";
import { FormNotice } from "./form-notice";
import { Frame } from "./frame";
import { PartnerField, onlyPartner } from "./partner-field";

import styles from "./proposals.module.css";

interface NewConsignee extends ConsigneeValues {
  partner: number;
}

export function NewConsigneePage() {
  const { t } = useLingui();
  const query = useConsigneeOptionsQuery();
  useDocumentTitle(t`Add a consignee`);
  return (
    <Frame to="places/consignees" list={t`Consignees`}>
      <ScreenHead title={t`Add a consignee`} note={t`Whoever receives your goods and signs for them.`} />
      <QueryView query={query}>{(options) => <NewConsigneeForm options={options} />}</QueryView>
    </Frame>
  );
}

function NewConsigneeForm({ options }: { options: ConsigneeOptions }) {
  const { t } = useLingui();
  const [form] = Form.useForm<NewConsignee>();
  const partner = Form.useWatch<number | undefined>("partner", form);
  const { send, error, isLoading } = useProposing();
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
      <FormNotice error={error} inputs={CONSIGNEE_INPUTS} />
      <PartnerField options={options} onChange={() => form.setFieldValue("counterparty", undefined)} />
      <ConsigneeFields options={options} partner={partner ?? onlyPartner(options)} />
      <div className={styles.actions}>
        <Button type="submit" busy={isLoading}>{t`Propose`}</Button>
      </div>
    </Form>
  );
}

/** One key for one intended proposal: a repeat after a lost answer makes no second consignee. */
function useProposing() {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [propose, { error, isLoading }] = useProposeConsigneeMutation();
  const send = async ({ partner, ...values }: NewConsignee) => {
    const body = { ...cleaned(values), partner };
    const answer = await propose({ "Idempotency-Key": key, consigneeProposeInputRequest: body });
    if (!answer.data) return;
    void message.success(t`The consignee is on its way to 1C.`);
    void navigate(`/${language}/cabinet/places/consignees/${answer.data.id}`);
  };
  return { send, error, isLoading };
}
