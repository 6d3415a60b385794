import { useLingui } from "@lingui/react/macro";
import { Form, Select } from "antd";

import type { ConsigneeOptions } from "@/shared/api/generated";

/** What there is only one of is chosen already. */
export function onlyPartner({ partners }: ConsigneeOptions): number | undefined {
  return partners.length === 1 ? partners[0]?.id : undefined;
}

/** For which of the own companies; not asked where there is one. */
export function PartnerField({ options, onChange }: { options: ConsigneeOptions; onChange?: () => void }) {
  const { t } = useLingui();
  return (
    <Form.Item
      name="partner"
      label={t`Company`}
      rules={[{ required: true, message: t`Fill in this field.` }]}
      hidden={options.partners.length === 1}
    >
      <Select
        size="large"
        showSearch={{ optionFilterProp: "label" }}
        options={options.partners.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChange}
      />
    </Form.Item>
  );
}
