import { useLingui } from "@lingui/react/macro";
import { skipToken } from "@reduxjs/toolkit/query";
import { Form, Select } from "antd";
import { useDeferredValue, useState } from "react";

import { useDeliveryAddressesQuery } from "./api";

const PAGE = 50;

/** Where the goods shall go: an address of the client that 1C has confirmed. Searched on the server. */
export function AddressField({ client }: { client: number | undefined }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useDeliveryAddressesQuery(
    client ? { partner: client, state: "confirmed", pageSize: PAGE, ...(search && { search }) } : skipToken,
  );
  const offered = (data?.results ?? []).map(({ id, line, consignee }) => ({
    value: id,
    label: `${consignee.name} · ${line}`,
  }));
  return (
    <Form.Item
      name="delivery_address"
      label={t`Delivery address`}
      extra={t`Leave it empty to agree on it with your manager.`}
    >
      <Select
        size="large"
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={isFetching}
        placeholder={t`Choose`}
        notFoundContent={t`No address matches`}
        options={offered}
      />
    </Form.Item>
  );
}
