import { useLingui } from "@lingui/react/macro";
import { skipToken } from "@reduxjs/toolkit/query";
import { Link, useParams } from "react-router";

import type { PlanDetail, PlanLine } from "@/shared/api/generated";
import { ExchangeTrack } from "@/shared/exchange/exchange-track";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { DataTable, type Column } from "@/shared/table/data-table";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Icon } from "@/shared/ui/icon";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { usePlanQuery, useResendPlanMutation } from "./api";
import { PlanStatusTag } from "./plan-status";

import styles from "./plans.module.css";

export function PlanPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const id = Number(useParams().id);
  const query = usePlanQuery(id ? { id } : skipToken);
  const missing = (
    <EmptyState
      icon="plan"
      level="h1"
      title={t`There is no such plan`}
    >{t`It may belong to another company, or you may have no access to it.`}</EmptyState>
  );
  return (
    <>
      <Link className={styles.back} to={`/${language}/cabinet/plans`}>
        <Icon name="back" size={18} /> {t`Sales plans`}
      </Link>
      {id ? (
        <QueryView query={query} missing={missing}>
          {(plan) => <PlanView plan={plan} />}
        </QueryView>
      ) : (
        missing
      )}
    </>
  );
}

function PlanView({ plan }: { plan: PlanDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const columns = useLineColumns();
  const title = t`Plan ${format.date(plan.period_start)} – ${format.date(plan.period_end)}`;
  useDocumentTitle(title);
  return (
    <article className={styles.plan}>
      <ScreenHead
        title={title}
        note={[plan.partner?.name, plan.number && `№ ${plan.number}`, plan.author].filter(Boolean).join(" · ")}
        actions={<PlanStatusTag plan={plan} />}
      />
      <Resend plan={plan} />
      {plan.exchange && (
        <section className={styles.panel} aria-label={t`The way to 1C`}>
          <ExchangeTrack
            exchange={plan.exchange}
            takenAt={plan.date ?? plan.exchange.since ?? ""}
            number={plan.number}
            reason={plan.reason}
          />
        </section>
      )}
      {plan.comment && <p className={styles.text}>{plan.comment}</p>}
      {plan.lines.length === 0 ? (
        <EmptyState icon="plan" title={t`The plan has no lines`} />
      ) : (
        <DataTable caption={t`Lines`} columns={columns} rows={plan.lines} rowKey={(line) => plan.lines.indexOf(line)} />
      )}
    </article>
  );
}

function Resend({ plan }: { plan: PlanDetail }) {
  const { t } = useLingui();
  const [resend, { isLoading, error }] = useResendPlanMutation();
  const again = () => void resend({ id: plan.id });
  if (!plan.exchange) return null;
  const { state, attempts, message } = plan.exchange;
  if (error) return <ProblemNotice error={error} onRetry={again} />;
  if (state === "rejected") return <Notice tone="danger" title={t`1C has not accepted this`} children={message} />;
  if (state !== "parked" && !(state === "waiting" && attempts > 0)) return null;
  const action = <Button look="quiet" busy={isLoading} onClick={again}>{t`Send again`}</Button>;
  return <Notice tone="warning" title={t`1C does not have the plan yet`} action={action} children={message} />;
}

function useLineColumns(): Column<PlanLine>[] {
  const { t } = useLingui();
  const format = useFormat();
  return [
    {
      key: "product",
      title: t`Product`,
      lead: true,
      render: (line) => (
        <>
          <strong>{line.product || t`goods the portal does not sell`}</strong>
          <div className={styles.note}>{line.article}</div>
        </>
      ),
    },
    {
      key: "quantity",
      title: t`Quantity`,
      align: "end",
      render: (line) => format.quantity(line.quantity, line.unit),
    },
    { key: "amount", title: t`Amount`, align: "end", render: (line) => format.money(line.amount, null) },
  ];
}
