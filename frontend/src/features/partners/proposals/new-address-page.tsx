import { useLingui } from "@lingui/react/macro";
import { App, Form, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useNavigate } from "react-router";

import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button, LinkButton } from "@/shared/ui/button";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { ADDRESS_INPUTS, AddressFields, type AddressValues } from "./address-fields";
import { useConsigneesQuery, useProposeAddressMutation } from "./api";
import { forgetErrors, useFieldErrors } from "./editing";
import { FormNotice } from "./form-notice";
import { Frame } from "./frame";

import styles from "./proposals.module.css";

interface NewAddress extends AddressValues {
  consignee: string;
}

/** `?consignee=` chooses the consignee beforehand. */
export function NewAddressPage() {
  const { t } = useLingui();
  useDocumentTitle(t`Propose an address`);
  return (
    <Frame to="places" list={t`Delivery addresses`}>
      <ScreenHead title={t`Propose an address`} note={t`1C confirms it or says why not; you can follow that here.`} />
      <NewAddressForm />
    </Frame>
  );
}

function NewAddressForm() {
  const { t } = useLingui();
  const [form] = Form.useForm<NewAddress>();
  const consignee = useUrlFilters().text("consignee") || undefined;
  const { send, error, isLoading } = useProposing();
  useFieldErrors(form, error);
  return (
    <Form
      form={form}
      className={styles.card}
      layout="vertical"
      requiredMark={false}
      initialValues={{ consignee, country: "KZ" }}
      onValuesChange={(changed: object) => forgetErrors(form, changed)}
      onFinish={(values) => void send(values)}
    >
      <FormNotice error={error} inputs={ADDRESS_INPUTS} />
      <ConsigneeField chosen={consignee} />
      <AddressFields />
      <div className={styles.actions}>
        <Button type="submit" busy={isLoading}>{t`Propose`}</Button>
      </div>
    </Form>
  );
}

/** Searched on the server: a distributor may have hundreds. */
function ConsigneeField({ chosen }: { chosen: string | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useConsigneesQuery({ pageSize: 50, ...(search && { search }) });
  const offered = (data?.results ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const unknown = chosen && !offered.some(({ value }) => value === chosen);
  return (
    <Form.Item
      name="consignee"
      label={t`Consignee`}
      rules={[{ required: true, message: t`Fill in this field.` }]}
      extra={
        <LinkButton look="bare" to={`/${language}/cabinet/places/consignees/new`}>{t`Add a consignee`}</LinkButton>
      }
    >
      <Select
        size="large"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={isFetching}
        placeholder={t`Choose`}
        notFoundContent={t`No consignee matches`}
        options={unknown && !isFetching ? [...offered, { value: chosen, label: t`chosen consignee` }] : offered}
      />
    </Form.Item>
  );
}

/** One key for one intended proposal: a repeat after a lost answer makes no second address. */
function useProposing() {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [propose, { error, isLoading }] = useProposeAddressMutation();
  const send = async (values: NewAddress) => {
    const answer = await propose({ "Idempotency-Key": key, addressProposeInputRequest: values });
    if (!answer.data) return;
    void message.success(t`The address is on its way to 1C.`);
    void navigate(`/${language}/cabinet/places/addresses/${answer.data.id}`);
  };
  return { send, error, isLoading };
}
