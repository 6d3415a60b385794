import { Trans, useLingui } from "@lingui/react/macro";
import { App, Form } from "antd";

import type { Staff, StaffOptions } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";

import { AccessFields, type AccessValues } from "./access-fields";
import { useChangeColleagueMutation, useStaffOptionsQuery } from "./api";
import { changeOf } from "./change-of";
import { isSaidByInputs, useFormProblem } from "./form-problem";

import styles from "./staff.module.css";

export function ChangeForm({ colleague }: { colleague: Staff }) {
  const query = useStaffOptionsQuery();
  return <QueryView query={query}>{(options) => <Fields colleague={colleague} options={options} />}</QueryView>;
}

function Fields({ colleague, options }: { colleague: Staff; options: StaffOptions }) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const [form] = Form.useForm<AccessValues>();
  const [change, { error, isLoading }] = useChangeColleagueMutation();
  useFormProblem(form, error);
  const [role] = colleague.roles;
  const above = role !== undefined && !options.roles.some(({ code }) => code === role.code);
  const save = async (values: AccessValues) => {
    const body = changeOf(colleague, values);
    if (!body) return;
    const answer = await change({ id: colleague.id, patchedStaffChangeInputRequest: body });
    if (answer.data) void message.success(t`Saved. It counts from the next request on.`);
  };
  return (
    <Form
      form={form}
      className={styles.card}
      layout="vertical"
      requiredMark={false}
      initialValues={shownValues(colleague, options)}
      onFinish={(values) => void save({ ...shownValues(colleague, options), ...values })}
    >
      <h2>
        <Trans>Role and limits</Trans>
      </h2>
      {above && (
        <Notice tone="info" title={role.name}>
          <Trans>This role can do what you cannot; only your manager can change it.</Trans>
        </Notice>
      )}
      {error && !isSaidByInputs(error, ["role"]) && <ProblemNotice error={error} />}
      <AccessFields options={options} withRole={!above} />
      <Button type="submit" busy={isLoading}>{t`Save`}</Button>
    </Form>
  );
}

function shownValues({ roles, places }: Staff, { partners }: StaffOptions): AccessValues {
  const [place] = places;
  return {
    role: roles[0]?.code ?? "",
    partner: place?.partner.id ?? partners[0]?.id ?? 0,
    contracts: (place?.contracts ?? []).map(({ id }) => id),
    product_lines: (place?.product_lines ?? []).map(({ id }) => id),
  };
}
