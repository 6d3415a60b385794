import { useLingui } from "@lingui/react/macro";
import { Form, Input } from "antd";

import type { Contact, ContactAddInputRequest } from "@/shared/api/generated";

import styles from "./proposals.module.css";

export type ContactValues = Omit<ContactAddInputRequest, "partner">;

export const CONTACT_INPUTS = ["partner", "name", "position", "email", "phone"];

export function contactValues({ name, position = "", email = "", phone = "" }: Contact): ContactValues {
  return { name, position, email, phone };
}

/** What people say of a contact person, within the form around them. */
export function ContactFields() {
  const { t } = useLingui();
  const required = [{ required: true, whitespace: true, message: t`Fill in this field.` }];
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="name" label={t`Name`} rules={required}>
          <Input size="large" autoComplete="off" maxLength={150} />
        </Form.Item>
        <Form.Item name="position" label={t`Position`}>
          <Input size="large" autoComplete="off" maxLength={100} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="email" label={t`E-mail`} rules={[{ type: "email", message: t`This is no e-mail address.` }]}>
          <Input size="large" type="email" inputMode="email" autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item name="phone" label={t`Telephone`}>
          <Input size="large" type="tel" autoComplete="off" maxLength={20} />
        </Form.Item>
      </div>
    </>
  );
}
