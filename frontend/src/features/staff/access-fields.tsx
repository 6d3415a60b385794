import { useLingui } from "@lingui/react/macro";
import { Form, Select } from "antd";

import type { StaffOptions } from "@/shared/api/generated";

export interface AccessValues {
  role: string;
  partner: number;
  contracts: number[];
  product_lines: number[];
}

/** Role and limits, within the form around them; the names of the inputs are those of the API. */
export function AccessFields({ options, withRole = true }: { options: StaffOptions; withRole?: boolean }) {
  const { t } = useLingui();
  const required = [{ required: true, message: t`Fill in this field.` }];
  const partner = Form.useWatch<number | undefined>("partner");
  const form = Form.useFormInstance();
  const contracts = options.partners.find(({ id }) => id === partner)?.contracts ?? [];
  return (
    <>
      {withRole && (
        <Form.Item name="role" label={t`Role`} rules={required} extra={t`At most equal to your own.`}>
          <Select size="large" options={options.roles.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="partner" label={t`Company`} rules={required} hidden={options.partners.length < 2}>
        <Select
          size="large"
          showSearch={{ optionFilterProp: "label" }}
          options={options.partners.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={() => form.setFieldValue("contracts", [])}
        />
      </Form.Item>
      <Form.Item name="contracts" label={t`Contracts`} extra={t`Leave it empty for all of them, future ones too.`}>
        <Select
          mode="multiple"
          size="large"
          placeholder={t`All contracts`}
          showSearch={{ optionFilterProp: "label" }}
          options={contracts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {options.product_lines.length > 0 && (
        <Form.Item name="product_lines" label={t`Product lines`} extra={t`Leave it empty for all of them.`}>
          <Select
            mode="multiple"
            size="large"
            placeholder={t`All product lines`}
            showSearch={{ optionFilterProp: "label" }}
            options={options.product_lines.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
    </>
  );
}
