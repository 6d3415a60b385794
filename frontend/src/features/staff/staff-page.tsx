import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";

import { useLanguage } from "@/shared/i18n/use-language";
import { DataTable } from "@/shared/table/data-table";
import { LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { SearchBox } from "@/shared/url/search-box";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useStaffOptionsQuery, useStaffQuery } from "./api";
import { isStaffState, STAFF_STATES } from "./staff-state";
import { useStaffColumns } from "./use-staff-columns";

import styles from "./staff.module.css";

const PAGE_SIZE = 25;

export function StaffPage() {
  const { t } = useLingui();
  const language = useLanguage();
  useDocumentTitle(t`Colleagues`);
  return (
    <>
      <ScreenHead
        title={t`Colleagues`}
        note={t`Who works in the cabinet of your company, and with what.`}
        actions={<LinkButton to={`/${language}/cabinet/staff/invite`}>{t`Invite a colleague`}</LinkButton>}
      />
      <div className={styles.controls}>
        <SearchBox label={t`Search by name or e-mail`} />
        <StateFilter />
      </div>
      <Colleagues />
    </>
  );
}

function Colleagues() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const options = useStaffOptionsQuery();
  const columns = useStaffColumns((options.data?.partners.length ?? 1) > 1);
  const [search, wanted] = [filters.text("search"), filters.text("state")];
  const state = isStaffState(wanted) ? wanted : undefined;
  const query = useStaffQuery(
    { page: filters.number("page") ?? 1, pageSize: PAGE_SIZE, ...(search && { search }), ...(state && { state }) },
    { refetchOnMountOrArgChange: true },
  );
  return (
    <QueryView query={query} loading={<Skeleton rows={6} height="3.25rem" />}>
      {(page) =>
        page.count === 0 ? (
          <EmptyState
            icon="search"
            title={t`Nobody matches`}
            action={<LinkButton look="quiet" to="?">{t`Show all colleagues`}</LinkButton>}
          />
        ) : (
          <>
            <DataTable
              caption={t`Colleagues`}
              columns={columns}
              rows={page.results}
              rowKey={(colleague) => colleague.id}
              busy={query.isFetching}
            />
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

function StateFilter() {
  const { t, i18n } = useLingui();
  const filters = useUrlFilters();
  const options = Object.entries(STAFF_STATES).map(([value, { label }]) => ({ value, label: i18n._(label) }));
  return (
    <Select
      size="large"
      allowClear
      aria-label={t`State`}
      placeholder={t`Any state`}
      value={filters.text("state") || undefined}
      onChange={(state) => filters.change({ state })}
      options={options}
    />
  );
}
