import { useLingui } from "@lingui/react/macro";
import { App, Form, Input, InputNumber, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useDeferredValue, useEffect, useState } from "react";
import { Link, useNavigate } from "react-router";

import type { PlanOptions } from "@/shared/api/generated";
import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { formErrors } from "@/shared/api/problem";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { DateInput, readable } from "@/shared/ui/date-input";
import { Icon } from "@/shared/ui/icon";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useDraftPlanMutation, usePlanOptionsQuery } from "./api";

import styles from "./plans.module.css";

const DAY = "YYYY-MM-DD";

/** How people type a date. */
const TYPED = { ru: "DD.MM.YYYY", en: "DD/MM/YYYY", kk: "DD.MM.YYYY" };

interface NewPlan {
  partner: number;
  period_start: Dayjs;
  period_end: Dayjs;
  comment?: string;
  lines: { product: number; quantity: string; amount?: string | null }[];
}

export function NewPlanPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const query = usePlanOptionsQuery({});
  useDocumentTitle(t`New plan`);
  return (
    <div className={styles.plan}>
      <Link className={styles.back} to={`/${language}/cabinet/plans`}>
        <Icon name="back" size={18} /> {t`Sales plans`}
      </Link>
      <ScreenHead title={t`New plan`} note={t`The plan goes to 1C as a draft; your manager approves it there.`} />
      <QueryView query={query}>{(options) => <PlanForm options={options} />}</QueryView>
    </div>
  );
}

function PlanForm({ options }: { options: PlanOptions }) {
  const { t } = useLingui();
  const [form] = Form.useForm<NewPlan>();
  const { send, error, isLoading } = useDrafting();
  useEffect(() => {
    form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
  }, [form, error]);
  const required = [{ required: true, message: t`Fill in this field.` }];
  const only = options.partners.length === 1 ? options.partners[0]?.id : undefined;
  return (
    <Form
      form={form}
      className={styles.panel}
      layout="vertical"
      requiredMark={false}
      initialValues={{ partner: only, lines: [{}] }}
      onFinish={(values) => void send(values)}
    >
      {error && <ProblemNotice error={error} />}
      <div className={styles.head}>
        <Form.Item name="partner" label={t`Company`} rules={required}>
          <Select
            size="large"
            showSearch={{ optionFilterProp: "label" }}
            options={options.partners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <PeriodFields />
      </div>
      <PlanLines />
      <Form.Item name="comment" label={t`Comment`}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="submit" busy={isLoading}>{t`Send to 1C`}</Button>
      </div>
    </Form>
  );
}

function PeriodFields() {
  const { t } = useLingui();
  const format = TYPED[useLanguage()];
  const example = dayjs().endOf("year").format(format);
  const rules = [{ required: true, message: t`Fill in this field.` }, readable(t`Give a day, like ${example}.`)];
  const inOrder = ({ getFieldValue }: { getFieldValue: (name: string) => Dayjs | undefined }) => ({
    validator: (_rule: unknown, end?: Dayjs) =>
      end?.isBefore(getFieldValue("period_start"), "day")
        ? Promise.reject(new Error(t`The last day is before the first.`))
        : Promise.resolve(),
  });
  return (
    <>
      <Form.Item name="period_start" label={t`First day`} validateTrigger="onBlur" rules={rules}>
        <DateInput size="large" format={format} style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item
        name="period_end"
        label={t`Last day`}
        validateTrigger="onBlur"
        dependencies={["period_start"]}
        rules={[...rules, inOrder]}
      >
        <DateInput size="large" format={format} style={{ width: "100%" }} />
      </Form.Item>
    </>
  );
}

function PlanLines() {
  const { t } = useLingui();
  const required = [{ required: true, message: t`Fill in this field.` }];
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={[name, "product"]} label={t`Product`} rules={required}>
                <ProductSelect />
              </Form.Item>
              <Form.Item name={[name, "quantity"]} label={t`Quantity`} rules={required}>
                <InputNumber size="large" stringMode min="0.001" precision={3} style={{ width: "100%" }} />
              </Form.Item>
              <Form.Item name={[name, "amount"]} label={t`Amount`}>
                <InputNumber size="large" stringMode min="0" precision={2} style={{ width: "100%" }} />
              </Form.Item>
              <Button look="bare" aria-label={t`Remove the line`} onClick={() => remove(name)}>
                <Icon name="trash" />
              </Button>
            </div>
          ))}
          <div>
            <Button look="quiet" onClick={() => add({})}>
              <Icon name="plus" size={18} /> {t`Add a line`}
            </Button>
          </div>
        </>
      )}
    </Form.List>
  );
}

interface ProductSelectProps {
  value?: number;
  onChange?: (product: number) => void;
}

/** Typing searches on the server; the chosen product keeps its name when it is not among the found any more. */
function ProductSelect({ value, onChange, ...input }: ProductSelectProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ value: number; label: string }>();
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = usePlanOptionsQuery(search ? { search } : {});
  const found = (data?.products ?? []).map(({ id, name, article }) => ({
    value: id,
    label: [name, article].filter(Boolean).join(" · "),
  }));
  const options = chosen && !found.some((one) => one.value === chosen.value) ? [chosen, ...found] : found;
  const choose = (id: number) => {
    setChosen(options.find((one) => one.value === id));
    onChange?.(id);
  };
  return (
    <Select
      {...input}
      size="large"
      placeholder={t`Name or article`}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={value}
      onChange={choose}
      options={options}
    />
  );
}

/** One key for one intended plan: a repeat after a lost answer drafts no second one. */
function useDrafting() {
  const { t } = useLingui();
  const { message } = App.useApp();
  const language = useLanguage();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [draft, { error, isLoading }] = useDraftPlanMutation();
  const send = async ({ partner, period_start: start, period_end: end, comment, lines }: NewPlan) => {
    const answer = await draft({
      "Idempotency-Key": key,
      planDraftInputRequest: {
        partner,
        period_start: start.format(DAY),
        period_end: end.format(DAY),
        comment: comment ?? "",
        lines: lines.map(({ product, quantity, amount }) => ({ product, quantity, amount: amount ?? "0" })),
      },
    });
    if (!answer.data) return;
    void message.success(t`The plan is on its way to 1C.`);
    void navigate(`/${language}/cabinet/plans/${answer.data.id}`);
  };
  return { send, error, isLoading };
}
