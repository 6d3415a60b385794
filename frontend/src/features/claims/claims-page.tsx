import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";

import type { ClaimsListApiArg } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { allows, useSession } from "@/shared/session/use-session";
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

import { useClaimsQuery } from "./api";
import { CLAIM_KINDS, CLAIM_STATUSES } from "./claim-status";
import { useClaimColumns } from "./use-claim-columns";

import styles from "./claims.module.css";

const PAGE_SIZE = 25;

export function ClaimsPage() {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const mayRegister = allows(useSession(), "claims.register_claim");
  useDocumentTitle(t`Claims`);
  const statuses = Object.entries(CLAIM_STATUSES).map(([value, { label }]) => ({ value, label: i18n._(label) }));
  const kinds = Object.entries(CLAIM_KINDS).map(([value, label]) => ({ value, label: i18n._(label) }));
  return (
    <>
      <ScreenHead
        title={t`Claims`}
        actions={mayRegister && <LinkButton to={`/${language}/cabinet/claims/new`}>{t`New claim`}</LinkButton>}
      />
      <div className={styles.controls}>
        <SearchBox label={t`Search by number, subject or order`} />
        <Filter name="status" label={t`Status`} any={t`Any status`} options={statuses} />
        <Filter name="kind" label={t`Kind`} any={t`Any kind`} options={kinds} />
      </div>
      <Claims mayRegister={mayRegister} />
    </>
  );
}

function Claims({ mayRegister }: { mayRegister: boolean }) {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const columns = useClaimColumns();
  const [search, status, kind] = ["search", "status", "kind"].map(filters.text);
  const ordering = filters.text("ordering") || "-registered_at";
  const query = useClaimsQuery({
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
    ordering: [ordering] as ClaimsListApiArg["ordering"],
    ...(search && { search }),
    ...(status && { status: [status] as ClaimsListApiArg["status"] }),
    ...(kind && { kind: [kind] as ClaimsListApiArg["kind"] }),
  });
  return (
    <QueryView query={query} loading={<Skeleton rows={8} height="3.25rem" />}>
      {(page) =>
        page.count === 0 ? (
          <NoClaims filtered={Boolean(search || status || kind)} mayRegister={mayRegister} />
        ) : (
          <>
            <DataTable
              caption={t`Claims`}
              columns={columns}
              rows={page.results}
              rowKey={(claim) => claim.id}
              ordering={ordering}
              onSort={(wanted) => filters.change({ ordering: wanted })}
              busy={query.isFetching && query.originalArgs?.page !== page.page}
            />
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

interface FilterProps {
  name: string;
  label: string;
  any: string;
  options: { value: string; label: string }[];
}

function Filter({ name, label, any, options }: FilterProps) {
  const filters = useUrlFilters();
  return (
    <Select
      size="large"
      allowClear
      aria-label={label}
      placeholder={any}
      value={filters.text(name) || undefined}
      onChange={(value) => filters.change({ [name]: value })}
      options={options}
    />
  );
}

function NoClaims({ filtered, mayRegister }: { filtered: boolean; mayRegister: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (filtered) {
    const all = <LinkButton look="quiet" to="?">{t`Show all claims`}</LinkButton>;
    return <EmptyState icon="search" title={t`No claim matches`} action={all} />;
  }
  return (
    <EmptyState
      icon="claims"
      title={t`No claims yet`}
      action={mayRegister && <LinkButton to={`/${language}/cabinet/claims/new`}>{t`New claim`}</LinkButton>}
    >
      {t`If goods, a delivery or documents are not right, tell us here; the answer comes to the same place.`}
    </EmptyState>
  );
}
