import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";
import { Link } from "react-router";

import type { AnalyticsPlansListApiArg, Plan } from "@/shared/api/generated";
import { ExchangeTag } from "@/shared/exchange/exchange-tag";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { allows, useSession } from "@/shared/session/use-session";
import { DataTable, type Column } from "@/shared/table/data-table";
import { LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { SearchBox } from "@/shared/url/search-box";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { usePlansQuery } from "./api";
import { PLAN_STATUSES, PlanStatusTag } from "./plan-status";

import styles from "./plans.module.css";

const PAGE_SIZE = 25;

export function PlansPage() {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const filters = useUrlFilters();
  const mayDraft = allows(useSession(), "analytics.draft_plan");
  useDocumentTitle(t`Sales plans`);
  const options = Object.entries(PLAN_STATUSES).map(([value, { label }]) => ({ value, label: i18n._(label) }));
  return (
    <>
      <ScreenHead
        title={t`Sales plans`}
        actions={mayDraft && <LinkButton to={`/${language}/cabinet/plans/new`}>{t`New plan`}</LinkButton>}
      />
      <div className={styles.controls}>
        <SearchBox label={t`Search by number, client or comment`} />
        <Select
          size="large"
          allowClear
          aria-label={t`Status`}
          placeholder={t`Any status`}
          value={filters.text("status") || undefined}
          onChange={(status) => filters.change({ status })}
          options={options}
        />
      </div>
      <Plans />
    </>
  );
}

function Plans() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const columns = usePlanColumns();
  const [search, status] = [filters.text("search"), filters.text("status")];
  const query = usePlansQuery({
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
    ...(search && { search }),
    ...(status && { status: [status] as AnalyticsPlansListApiArg["status"] }),
  });
  const all = <LinkButton look="quiet" to="?">{t`Show all plans`}</LinkButton>;
  const none =
    search || status ? (
      <EmptyState icon="search" title={t`No plan matches`} action={all} />
    ) : (
      <EmptyState icon="plan" title={t`No sales plans yet`}>
        {t`Tell your manager what you are going to buy: a plan is approved in 1C.`}
      </EmptyState>
    );
  return (
    <QueryView query={query} loading={<Skeleton rows={8} height="3.25rem" />}>
      {(page) =>
        page.count === 0 ? (
          none
        ) : (
          <>
            <DataTable caption={t`Sales plans`} columns={columns} rows={page.results} rowKey={(plan) => plan.id} />
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

function usePlanColumns(): Column<Plan>[] {
  const { t } = useLingui();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: "period",
      title: t`Period`,
      lead: true,
      render: (plan) => (
        <Link className={styles.period} to={`/${language}/cabinet/plans/${plan.id}`}>
          {format.date(plan.period_start)} – {format.date(plan.period_end)}
        </Link>
      ),
    },
    { key: "partner", title: t`Client`, render: (plan) => plan.partner?.name ?? "" },
    { key: "lines", title: t`Lines`, align: "end", render: (plan) => format.count(plan.line_count) },
    { key: "status", title: t`Status`, render: (plan) => <PlanStatusTag plan={plan} /> },
    {
      key: "onec",
      title: t`1C`,
      render: (plan) =>
        plan.number ? <span>№ {plan.number}</span> : plan.exchange && <ExchangeTag exchange={plan.exchange} />,
    },
  ];
}
