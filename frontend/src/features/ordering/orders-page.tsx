import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";

import { allows, useSession } from "@/shared/session/use-session";
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

import { useOrdersQuery } from "./api";
import { ExportLink } from "./export-link";
import { orderFilters, orderListArgs } from "./order-filters";
import { ORDER_STATUSES } from "./order-status";
import { useOrderColumns } from "./use-order-columns";

import styles from "./orders-page.module.css";

const PAGE_SIZE = 25;

export function OrdersPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const session = useSession();
  useDocumentTitle(t`My orders`);
  const newOrder = allows(session, "ordering.place_order") && (
    <LinkButton to={`/${language}/cabinet/order/new`}>{t`New order`}</LinkButton>
  );
  return (
    <>
      <ScreenHead
        title={t`My orders`}
        actions={
          <>
            <ExportLink />
            {newOrder}
          </>
        }
      />
      <div className={styles.controls}>
        <SearchBox label={t`Search by number, reference or 1C number`} />
        <StatusFilter />
        <SortFilter />
      </div>
      <Orders />
    </>
  );
}

function Orders() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const columns = useOrderColumns();
  const wanted = orderFilters(filters);
  const query = useOrdersQuery({ ...orderListArgs(wanted), page: filters.number("page") ?? 1, pageSize: PAGE_SIZE });
  return (
    <QueryView query={query} loading={<Skeleton rows={8} height="3.25rem" />}>
      {(page) =>
        page.count === 0 ? (
          <NoOrders filtered={Boolean(wanted.search || wanted.status)} />
        ) : (
          <>
            <DataTable
              caption={t`My orders`}
              columns={columns}
              rows={page.results}
              rowKey={(order) => order.id}
              ordering={wanted.ordering}
              onSort={(ordering) => filters.change({ ordering })}
              busy={query.isFetching && query.originalArgs?.page !== page.page}
            />
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

function StatusFilter() {
  const { t, i18n } = useLingui();
  const filters = useUrlFilters();
  const options = Object.entries(ORDER_STATUSES).map(([value, { label }]) => ({ value, label: i18n._(label) }));
  return (
    <Select
      size="large"
      allowClear
      aria-label={t`Status`}
      placeholder={t`Any status`}
      value={filters.text("status") || undefined}
      onChange={(status) => filters.change({ status })}
      options={options}
    />
  );
}

/** On a phone the head of the table is not there to be pressed. */
function SortFilter() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const options = [
    { value: "-placed_at", label: t`Newest first` },
    { value: "placed_at", label: t`Oldest first` },
    { value: "-total", label: t`Largest first` },
  ];
  return (
    <Select
      size="large"
      className={styles.sort}
      aria-label={t`Sorting`}
      value={filters.text("ordering") || "-placed_at"}
      onChange={(ordering) => filters.change({ ordering })}
      options={options}
    />
  );
}

function NoOrders({ filtered }: { filtered: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (filtered)
    return (
      <EmptyState
        icon="search"
        title={t`No order matches`}
        action={<LinkButton look="quiet" to="?">{t`Show all orders`}</LinkButton>}
      />
    );
  return (
    <EmptyState
      icon="orders"
      title={t`No orders yet`}
      action={<LinkButton to={`/${language}/cabinet/catalog`}>{t`Open the catalogue`}</LinkButton>}
    >
      {t`Choose products in the catalogue; every order you place is followed here.`}
    </EmptyState>
  );
}
