import { useLingui } from "@lingui/react/macro";
import { skipToken } from "@reduxjs/toolkit/query";
import { App, Form } from "antd";
import { useNavigate, useParams } from "react-router";

import type { Address } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Notice } from "@/shared/ui/notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { ADDRESS_INPUTS, AddressFields, addressValues, type AddressValues } from "./address-fields";
import { AddressStateTag } from "./address-state";
import {
  proposalsApi,
  useAddressQuery,
  useChangeAddressMutation,
  useResendAddressMutation,
  useWithdrawAddressMutation,
} from "./api";
import { currentOf, forgetErrors, useFieldErrors, useFrozen } from "./editing";
import { FormNotice } from "./form-notice";
import { Frame } from "./frame";
import { watching } from "./live";
import { RemoveButton } from "./remove-button";
import { WayToOneC } from "./way-to-onec";

import styles from "./proposals.module.css";

export function AddressPage() {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const args = id ? { id } : skipToken;
  const { data } = proposalsApi.endpoints.partnersAddressesRetrieve.useQueryState(args);
  const query = useAddressQuery(args, watching(data?.exchange));
  useDocumentTitle(query.data?.line ?? t`Delivery address`);
  return (
    <Frame to="places" list={t`Delivery addresses`}>
      <QueryView query={query} missing={<EmptyState icon="home" level="h1" title={t`There is no such address`} />}>
        {(address) => <AddressView key={address.id} address={address} />}
      </QueryView>
    </Frame>
  );
}

function AddressView({ address }: { address: Address }) {
  const { t } = useLingui();
  const [resend, { isLoading, error }] = useResendAddressMutation();
  const again = () => void resend({ id: address.id });
  return (
    <>
      <ScreenHead
        title={address.line}
        note={`${address.consignee.name} · ${address.partner.name}`}
        actions={<AddressStateTag state={address.state} />}
      />
      {address.state === "rejected" && (
        <Notice tone="danger" title={t`1C has rejected this address`}>
          {address.reason}
        </Notice>
      )}
      <WayToOneC
        exchange={address.exchange}
        changedAt={address.changed_at}
        mayResend={address.may_change}
        resend={{ again, busy: isLoading, error }}
      />
      {address.may_change ? <ChangeAddress address={address} /> : <Facts address={address} />}
      {address.may_change && <Withdraw address={address} />}
    </>
  );
}

/** What is typed stays through news, refusals and lost races. */
function ChangeAddress({ address }: { address: Address }) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const { shown, freeze, thaw } = useFrozen(address);
  const [form] = Form.useForm<AddressValues>();
  const [change, { error, isLoading }] = useChangeAddressMutation();
  useFieldErrors(form, error);
  const current = currentOf<Address>(error);
  const save = async (values: AddressValues) => {
    const version = current?.version ?? shown.version;
    const answer = await change({ id: address.id, patchedAddressChangeInputRequest: { ...values, version } });
    if (!answer.data) return;
    thaw();
    void message.success(t`Saved. 1C will confirm the address.`);
  };
  return (
    <Form
      key={shown.version}
      form={form}
      className={styles.card}
      layout="vertical"
      requiredMark={false}
      initialValues={addressValues(shown)}
      onValuesChange={(changed: object) => {
        freeze();
        forgetErrors(form, changed);
      }}
      onFinish={(values) => void save(values)}
    >
      <h2>{t`Change the address`}</h2>
      <FormNotice error={error} inputs={ADDRESS_INPUTS} now={current?.line} />
      <AddressFields />
      <div className={styles.actions}>
        <Button type="submit" busy={isLoading}>{t`Save`}</Button>
      </div>
    </Form>
  );
}

function Facts({ address }: { address: Address }) {
  const { t } = useLingui();
  return (
    <dl className={styles.facts}>
      <dt>{t`Working hours`}</dt>
      <dd>{address.working_hours || "—"}</dd>
      <dt>{t`Comment for the driver`}</dt>
      <dd>{address.comment || "—"}</dd>
      <dt>{t`Proposed by`}</dt>
      <dd>{address.changed_by ?? "1C"}</dd>
    </dl>
  );
}

function Withdraw({ address }: { address: Address }) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [withdraw, { error, isLoading }] = useWithdrawAddressMutation();
  const remove = async () => {
    const version = currentOf<Address>(error)?.version ?? address.version;
    const answer = await withdraw({ id: address.id, versionInputRequest: { version } });
    if (answer.error) return;
    void message.success(t`The address is withdrawn.`);
    void navigate(`/${language}/cabinet/places`);
  };
  return (
    <RemoveButton
      label={t`Withdraw the address`}
      question={t`Withdraw this address?`}
      consequence={t`It can no longer be chosen for orders; orders that are placed already keep it.`}
      error={error}
      busy={isLoading}
      remove={() => void remove()}
    />
  );
}
