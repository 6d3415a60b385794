import { useLingui } from "@lingui/react/macro";
import { Form, Input } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useEffect, type ReactNode } from "react";

import type { Agreement } from "@/shared/api/generated";
import { formErrors, type QueryError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { DateInput, readable } from "@/shared/ui/date-input";
import { Icon } from "@/shared/ui/icon";

import { AgreementFacts } from "./agreement-facts";
import { AddressField } from "./address-field";
import type { Requisites } from "./cart";
import { useCart } from "./use-cart";
import type { Step } from "./wizard-steps";

import styles from "./wizard.module.css";

const REFERENCE_LENGTH = 50;
const COMMENT_LENGTH = 2000;

interface RequisitesStepProps {
  agreement: number;
  details: Agreement | undefined;
  agreementField: ReactNode;
  problem: QueryError;
  go: (step: Step) => void;
}

export function RequisitesStep({ agreement, details, agreementField, problem, go }: RequisitesStepProps) {
  const { t } = useLingui();
  return (
    <div className={`${styles.content} ${styles.narrow}`}>
      <section className={styles.panel}>
        {agreementField}
        {details && <AgreementFacts agreement={details} />}
        <RequisitesForm
          agreement={agreement}
          client={details?.partner?.id}
          problem={problem}
          onDone={() => go("products")}
        />
      </section>
      <div className={styles.bar}>
        <span />
        <div className={styles.buttons}>
          <Button type="submit" form="requisites">
            {t`To the products`} <Icon name="arrow" size={18} />
          </Button>
        </div>
      </div>
    </div>
  );
}

const isoDay = (date: Dayjs) => date.format("YYYY-MM-DD");

/** An address that was cleared is none; the form says nothing instead. */
function cleared<Changed extends Partial<Requisites>>(changed: Changed): Changed {
  return "delivery_address" in changed ? { ...changed, delivery_address: changed.delivery_address ?? null } : changed;
}

type FormValues = Omit<Requisites, "requested_date"> & { requested_date: Dayjs | null };

function RequisitesForm({
  agreement,
  client,
  problem,
  onDone,
}: {
  agreement: number;
  client: number | undefined;
  problem: QueryError;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [form] = Form.useForm<FormValues>();
  const { cart, setRequisites } = useCart(agreement);
  const { requested_date: wanted, ...texts } = cart.requisites;
  useEffect(() => {
    form.setFields(formErrors(problem) as Parameters<typeof form.setFields>[0]);
  }, [form, problem]);
  const keep = ({ requested_date: date, ...changed }: Partial<FormValues>) =>
    setRequisites(date === undefined ? cleared(changed) : { requested_date: date?.isValid() ? isoDay(date) : null });
  const format = t({ message: "DD/MM/YYYY", comment: "dayjs format of a date in an input" });
  const example = dayjs().format(format);
  return (
    <Form
      id="requisites"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...texts, requested_date: wanted ? dayjs(wanted) : null }}
      onValuesChange={keep}
      onFinish={onDone}
    >
      <AddressField client={client} />
      <Form.Item
        name="requested_date"
        label={t`Wanted shipping date`}
        extra={t`Leave it empty to ship as soon as possible.`}
        validateTrigger="onBlur"
        rules={[readable(t`Give a day from today on, like ${example}.`)]}
      >
        <DateInput
          size="large"
          format={format}
          disabledDate={(day) => day.isBefore(dayjs().startOf("day"))}
          style={{ width: "100%", maxWidth: "18rem" }}
        />
      </Form.Item>
      <Form.Item
        name="client_reference"
        label={t`Your reference`}
        extra={t`The number of this order in your own books.`}
      >
        <Input size="large" maxLength={REFERENCE_LENGTH} />
      </Form.Item>
      <Form.Item name="comment" label={t`Comment for the manager`}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={COMMENT_LENGTH} />
      </Form.Item>
    </Form>
  );
}
