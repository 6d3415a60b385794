import { useLingui } from "@lingui/react/macro";
import { skipToken } from "@reduxjs/toolkit/query";
import { App, Form } from "antd";
import { useParams } from "react-router";

import type { Consignee, ConsigneeOptions } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button, LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import {
  proposalsApi,
  useChangeConsigneeMutation,
  useConsigneeOptionsQuery,
  useConsigneeQuery,
  useResendConsigneeMutation,
} from "./api";
import { cleaned, CONSIGNEE_INPUTS, ConsigneeFields, consigneeValues, type ConsigneeValues } from "./consignee-fields";
import { currentOf, forgetErrors, useFieldErrors, useFrozen } from "./editing";
import { FormNotice } from "./form-notice";
import { Frame } from "./frame";
import { watching } from "./live";
import { WayToOneC } from "./way-to-onec";

import styles from "./proposals.module.css";

export function ConsigneePage() {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const args = id ? { id } : skipToken;
  const { data } = proposalsApi.endpoints.partnersConsigneesRetrieve.useQueryState(args);
  const query = useConsigneeQuery(args, watching(data?.exchange));
  useDocumentTitle(query.data?.name ?? t`Consignee`);
  return (
    <Frame to="places/consignees" list={t`Consignees`}>
      <QueryView query={query} missing={<EmptyState icon="home" level="h1" title={t`There is no such consignee`} />}>
        {(consignee) => <ConsigneeView key={consignee.id} consignee={consignee} />}
      </QueryView>
    </Frame>
  );
}

function ConsigneeView({ consignee }: { consignee: Consignee }) {
  const { t } = useLingui();
  const root = `/${useLanguage()}/cabinet/places`;
  const [resend, { isLoading, error }] = useResendConsigneeMutation();
  const again = () => void resend({ id: consignee.id });
  return (
    <>
      <ScreenHead
        title={consignee.name}
        note={consignee.partner.name}
        actions={<LinkButton look="quiet" to={`${root}?consignee=${consignee.id}`}>{t`Addresses`}</LinkButton>}
      />
      <WayToOneC
        exchange={consignee.exchange}
        changedAt={consignee.changed_at}
        mayResend={consignee.may_change}
        resend={{ again, busy: isLoading, error }}
      />
      {consignee.may_change ? <Change consignee={consignee} /> : <Facts consignee={consignee} />}
    </>
  );
}

function Change({ consignee }: { consignee: Consignee }) {
  const query = useConsigneeOptionsQuery();
  return <QueryView query={query}>{(options) => <ChangeForm consignee={consignee} options={options} />}</QueryView>;
}

/** What is typed stays through news, refusals and lost races. */
function ChangeForm({ consignee, options }: { consignee: Consignee; options: ConsigneeOptions }) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const { shown, freeze, thaw } = useFrozen(consignee);
  const [form] = Form.useForm<ConsigneeValues>();
  const [change, { error, isLoading }] = useChangeConsigneeMutation();
  useFieldErrors(form, error);
  const current = currentOf<Consignee>(error);
  const save = async (values: ConsigneeValues) => {
    const body = { ...cleaned(values), version: current?.version ?? shown.version };
    const answer = await change({ id: consignee.id, patchedConsigneeChangeInputRequest: body });
    if (!answer.data) return;
    thaw();
    void message.success(t`Saved. The change is on its way to 1C.`);
  };
  return (
    <Form
      key={shown.version}
      form={form}
      className={styles.card}
      layout="vertical"
      requiredMark={false}
      initialValues={consigneeValues(shown)}
      onValuesChange={(changed: object) => {
        freeze();
        forgetErrors(form, changed);
      }}
      onFinish={(values) => void save(values)}
    >
      <h2>{t`Change the consignee`}</h2>
      <FormNotice
        error={error}
        inputs={CONSIGNEE_INPUTS}
        now={
          current && [current.name, current.tax_id, current.contact_person, current.phone].filter(Boolean).join(", ")
        }
      />
      <ConsigneeFields options={options} partner={consignee.partner.id} />
      <div className={styles.actions}>
        <Button type="submit" busy={isLoading}>{t`Save`}</Button>
      </div>
    </Form>
  );
}

function Facts({ consignee }: { consignee: Consignee }) {
  const { t } = useLingui();
  return (
    <dl className={styles.facts}>
      <dt>{t`Tax id`}</dt>
      <dd>{consignee.tax_id || "—"}</dd>
      <dt>{t`Contact person`}</dt>
      <dd>{[consignee.contact_person, consignee.phone].filter(Boolean).join(", ") || "—"}</dd>
      <dt>{t`Proposed by`}</dt>
      <dd>{consignee.changed_by ?? "1C"}</dd>
    </dl>
  );
}
