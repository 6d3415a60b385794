import { useLingui } from "@lingui/react/macro";
import { Form, Input, Select } from "antd";

import type { Consignee, ConsigneeOptions, ConsigneeProposeInputRequest } from "@/shared/api/generated";

import styles from "./proposals.module.css";

export type ConsigneeValues = Omit<ConsigneeProposeInputRequest, "partner">;

export const CONSIGNEE_INPUTS = ["partner", "counterparty", "name", "country", "tax_id", "contact_person", "phone"];

export function consigneeValues(consignee: Consignee): ConsigneeValues {
  const { name, country = "", tax_id = "", contact_person = "", phone = "", counterparty } = consignee;
  return { name, country, tax_id, contact_person, phone, counterparty: counterparty?.id ?? null };
}

/** What the server is asked to keep: a select that was cleared says null or nothing. */
export function cleaned(values: ConsigneeValues): ConsigneeValues {
  return { ...values, country: values.country ?? "", counterparty: values.counterparty ?? null };
}

interface ConsigneeFieldsProps {
  options: ConsigneeOptions;
  partner: number | undefined;
}

/** What people say of a consignee, within the form around them. */
export function ConsigneeFields({ options, partner }: ConsigneeFieldsProps) {
  const { t } = useLingui();
  const country = Form.useWatch<string | undefined>("country");
  const hint = options.countries.find(({ code }) => code === country)?.tax_hint;
  const companies = options.partners.find(({ id }) => id === partner)?.counterparties ?? [];
  const required = [{ required: true, whitespace: true, message: t`Fill in this field.` }];
  return (
    <>
      <Form.Item name="name" label={t`Name of the consignee`} rules={required}>
        <Input size="large" autoComplete="off" maxLength={250} />
      </Form.Item>
      <Form.Item
        name="counterparty"
        label={t`Legal entity of yours`}
        extra={t`Leave it empty if the consignee is another company.`}
      >
        <Select
          size="large"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t`Another company`}
          options={companies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="country" label={t`Country of the tax id`}>
          <Select
            size="large"
            allowClear
            placeholder={t`Choose`}
            options={options.countries.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="tax_id" label={t`Tax id`} extra={hint}>
          <Input size="large" autoComplete="off" maxLength={30} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="contact_person" label={t`Contact person`}>
          <Input size="large" autoComplete="off" maxLength={150} />
        </Form.Item>
        <Form.Item name="phone" label={t`Telephone`}>
          <Input size="large" type="tel" autoComplete="off" maxLength={50} />
        </Form.Item>
      </div>
    </>
  );
}
