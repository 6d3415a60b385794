import { useLingui } from "@lingui/react/macro";
import { Form, Input, Select } from "antd";

import type { Address, CountryEnum } from "@/shared/api/generated";

import { useConsigneeOptionsQuery } from "./api";

import styles from "./proposals.module.css";

export interface AddressValues {
  country: CountryEnum;
  postcode: string;
  city: string;
  address: string;
  working_hours: string;
  comment: string;
}

export const ADDRESS_INPUTS = ["consignee", "country", "postcode", "city", "address", "working_hours", "comment"];

export function addressValues(address: Address): AddressValues {
  const { country, postcode = "", city = "", working_hours = "", comment = "" } = address;
  return { country: country as CountryEnum, postcode, city, address: address.address, working_hours, comment };
}

/** What people say of an address, within the form around them. */
export function AddressFields() {
  const { t } = useLingui();
  const countries = useConsigneeOptionsQuery().data?.countries ?? [];
  const required = [{ required: true, whitespace: true, message: t`Fill in this field.` }];
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="country" label={t`Country`} rules={required}>
          <Select size="large" options={countries.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item name="postcode" label={t`Postcode`}>
          <Input size="large" autoComplete="postal-code" maxLength={20} />
        </Form.Item>
      </div>
      <Form.Item name="city" label={t`City`} rules={required}>
        <Input size="large" autoComplete="address-level2" maxLength={100} />
      </Form.Item>
      <Form.Item name="address" label={t`Street, building, gate`} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} autoComplete="street-address" />
      </Form.Item>
      <Form.Item name="working_hours" label={t`Working hours`} extra={t`When goods are received there.`}>
        <Input size="large" maxLength={200} />
      </Form.Item>
      <Form.Item name="comment" label={t`Comment for the driver`}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Form.Item>
    </>
  );
}
