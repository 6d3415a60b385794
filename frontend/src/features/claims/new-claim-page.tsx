import { useLingui } from "@lingui/react/macro";
import { skipToken } from "@reduxjs/toolkit/query";
import { App, Form, Select } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";

import type { ClaimOptions, OrderDetail } from "@/shared/api/generated";
import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useClaimOptionsQuery, useOrderOfClaimQuery, useRegisterClaimMutation } from "./api";
import { ClaimFields, isSaidByInputs, useFieldErrors, type ClaimTexts } from "./claim-fields";

import styles from "./claims.module.css";

interface NewClaim extends ClaimTexts {
  partner?: number;
  contract?: number;
}

/** `?order=` makes it a claim about that order; otherwise the client chooses a contract, or none. */
export function NewClaimPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const order = useUrlFilters().text("order");
  useDocumentTitle(t`New claim`);
  return (
    <div className={styles.narrow}>
      <Link className={styles.back} to={`/${language}/cabinet/claims`}>
        <Icon name="back" size={18} /> {t`Claims`}
      </Link>
      <ScreenHead title={t`New claim`} note={t`Your manager gets it at once and answers here.`} />
      {order ? <AboutOrder id={order} /> : <AboutContract />}
    </div>
  );
}

function AboutOrder({ id }: { id: string }) {
  const { t } = useLingui();
  const query = useOrderOfClaimQuery(id ? { id } : skipToken);
  const missing = <Notice tone="warning" title={t`There is no such order`} />;
  return (
    <QueryView query={query} missing={missing}>
      {(order) => <ClaimForm order={order} />}
    </QueryView>
  );
}

function AboutContract() {
  const query = useClaimOptionsQuery();
  return <QueryView query={query}>{(options) => <ClaimForm options={options} />}</QueryView>;
}

function ClaimForm({ order, options }: { order?: OrderDetail; options?: ClaimOptions }) {
  const { t } = useLingui();
  const [form] = Form.useForm<NewClaim>();
  const { send, error, isLoading } = useRegistering(order?.id);
  useFieldErrors(form, error);
  const only = options?.partners.length === 1 ? options.partners[0]?.id : undefined;
  return (
    <Form
      form={form}
      className={styles.panel}
      layout="vertical"
      requiredMark={false}
      initialValues={{ partner: only }}
      onFinish={(values) => void send(values)}
    >
      {error && !isSaidByInputs(error) && <ProblemNotice error={error} />}
      {order && <p className={styles.text}>{t`About order ${order.number}, ${order.partner.name}`}</p>}
      {options && <Whose options={options} />}
      <ClaimFields />
      <div className={styles.buttons}>
        <Button type="submit" busy={isLoading}>{t`Register the claim`}</Button>
      </div>
    </Form>
  );
}

function Whose({ options }: { options: ClaimOptions }) {
  const { t } = useLingui();
  const form = Form.useFormInstance();
  const partner = Form.useWatch<number | undefined>("partner");
  const contracts = options.contracts.filter((contract) => contract.partner.id === partner);
  const required = [{ required: true, message: t`Fill in this field.` }];
  const search = { optionFilterProp: "label" };
  return (
    <>
      <Form.Item name="partner" label={t`Company`} rules={required} hidden={options.partners.length === 1}>
        <Select
          size="large"
          showSearch={search}
          options={options.partners.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={() => form.setFieldValue("contract", undefined)}
        />
      </Form.Item>
      <Form.Item name="contract" label={t`Contract`} extra={t`Leave it empty if the claim is about no contract.`}>
        <Select
          size="large"
          allowClear
          showSearch={search}
          placeholder={t`No contract`}
          options={contracts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  );
}

/** One key for one intended claim: a repeat after a lost answer registers no second one. */
function useRegistering(order: string | undefined) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [register, { error, isLoading }] = useRegisterClaimMutation();
  const send = async (values: NewClaim) => {
    const answer = await register({ "Idempotency-Key": key, claimRegisterInputRequest: { ...values, order } });
    if (!answer.data) return;
    void message.success(t`The claim is registered.`);
    void navigate(`/${language}/cabinet/claims/${answer.data.id}`);
  };
  return { send, error, isLoading };
}
