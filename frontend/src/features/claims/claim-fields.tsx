import { useLingui } from "@lingui/react/macro";
import { Form, Input, Select, type FormInstance } from "antd";
import { useEffect } from "react";

import type { KindEnum } from "@/shared/api/generated";
import { formErrors, unplacedMessages, type QueryError } from "@/shared/api/problem";

import { CLAIM_KINDS } from "./claim-status";

export interface ClaimTexts {
  kind: KindEnum;
  subject: string;
  text: string;
}

export const INPUTS = ["kind", "subject", "text", "partner", "contract"];

/** Kind, subject and text, within the form around them. */
export function ClaimFields() {
  const { t, i18n } = useLingui();
  const required = [{ required: true, whitespace: true, message: t`Fill in this field.` }];
  const kinds = Object.entries(CLAIM_KINDS).map(([value, label]) => ({ value, label: i18n._(label) }));
  return (
    <>
      <Form.Item name="kind" label={t`What is it about?`} rules={[{ required: true, message: t`Fill in this field.` }]}>
        <Select size="large" placeholder={t`Choose`} options={kinds} />
      </Form.Item>
      <Form.Item name="subject" label={t`Subject`} rules={required}>
        <Input size="large" autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label={t`What happened`} rules={required}>
        <Input.TextArea rows={6} maxLength={5000} showCount />
      </Form.Item>
    </>
  );
}

/** Puts the server's messages to the inputs they are about. */
export function useFieldErrors(form: FormInstance, error: QueryError): void {
  useEffect(() => {
    form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
  }, [form, error]);
}

/** Whether the inputs already say all that is wrong. */
export function isSaidByInputs(error: QueryError): boolean {
  return formErrors(error).length > 0 && unplacedMessages(error, INPUTS).length === 0;
}
