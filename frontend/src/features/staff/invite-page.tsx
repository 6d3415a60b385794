import { Trans, useLingui } from "@lingui/react/macro";
import { App, Form, Input, Select } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";

import type { LanguageEnum, StaffOptions } from "@/shared/api/generated";
import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { LANGUAGE_NAMES } from "@/shared/i18n/language";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { AccessFields, type AccessValues } from "./access-fields";
import { useInviteMutation, useStaffOptionsQuery } from "./api";
import { isSaidByInputs, useFormProblem } from "./form-problem";

import styles from "./staff.module.css";

const INPUTS = ["email", "first_name", "last_name", "language", "role"];

export function InvitePage() {
  const { t } = useLingui();
  const language = useLanguage();
  const query = useStaffOptionsQuery();
  useDocumentTitle(t`Invite a colleague`);
  return (
    <div className={styles.narrow}>
      <Link className={styles.back} to={`/${language}/cabinet/staff`}>
        <Icon name="back" size={18} /> <Trans>Colleagues</Trans>
      </Link>
      <ScreenHead
        title={t`Invite a colleague`}
        note={t`They get a letter with a link, choose a password, and work with what you allow here.`}
      />
      <QueryView query={query}>{(options) => <InviteForm options={options} />}</QueryView>
    </div>
  );
}

interface InviteValues extends AccessValues {
  email: string;
  first_name: string;
  last_name: string;
  language: LanguageEnum;
}

function InviteForm({ options }: { options: StaffOptions }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [form] = Form.useForm<InviteValues>();
  const { send, error, isLoading } = useInviting();
  useFormProblem(form, error);
  const required = [{ required: true, whitespace: true, message: t`Fill in this field.` }];
  const address = [...required, { type: "email" as const, message: t`This is no e-mail address.` }];
  return (
    <Form
      form={form}
      className={styles.card}
      layout="vertical"
      requiredMark={false}
      initialValues={{ language, contracts: [], product_lines: [], ...onlyChoices(options) }}
      onFinish={(values) => void send(values)}
    >
      {error && !isSaidByInputs(error, INPUTS) && <ProblemNotice error={error} />}
      <Form.Item name="email" label={t`E-mail`} rules={address}>
        <Input size="large" type="email" inputMode="email" autoComplete="off" maxLength={254} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="first_name" label={t`First name`} rules={required}>
          <Input size="large" autoComplete="off" maxLength={150} />
        </Form.Item>
        <Form.Item name="last_name" label={t`Last name`} rules={required}>
          <Input size="large" autoComplete="off" maxLength={150} />
        </Form.Item>
      </div>
      <Form.Item name="language" label={t`Language of the letter and the cabinet`}>
        <Select size="large" options={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <AccessFields options={options} />
      <Button type="submit" busy={isLoading}>{t`Send the invitation`}</Button>
    </Form>
  );
}

/** What there is only one of is chosen already. */
function onlyChoices({ partners, roles }: StaffOptions) {
  const lowest = roles[roles.length - 1];
  return { partner: partners.length === 1 ? partners[0]?.id : undefined, role: lowest?.code };
}

/** One key for one intended invitation: a repeat after a lost answer sends no second letter. */
function useInviting() {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [invite, { error, isLoading }] = useInviteMutation();
  const send = async ({ partner, contracts, product_lines, ...person }: InviteValues) => {
    const limits = { partner, contracts, product_lines };
    const answer = await invite({ "Idempotency-Key": key, staffInviteInputRequest: { ...person, limits } });
    if (!answer.data) return;
    const { email } = answer.data;
    void message.success(t`The invitation is on its way to ${email}.`);
    void navigate(`/${language}/cabinet/staff`);
  };
  return { send, error, isLoading };
}
