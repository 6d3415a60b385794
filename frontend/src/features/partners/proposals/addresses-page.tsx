import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";
import { Link } from "react-router";

import type { Address, AddressStateEnum } from "@/shared/api/generated";
import { ExchangeTag } from "@/shared/exchange/exchange-tag";
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

import { ADDRESS_STATES, AddressStateTag } from "./address-state";
import { useAddressesQuery } from "./api";
import { PlaceTabs } from "./place-tabs";

import styles from "./proposals.module.css";

const PAGE_SIZE = 25;

export function AddressesPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const mayPropose = allows(useSession(), "partners.propose_address");
  useDocumentTitle(t`Delivery addresses`);
  return (
    <>
      <ScreenHead
        title={t`Consignees and addresses`}
        note={t`Where your goods go. 1C confirms each address before goods are sent there.`}
        actions={
          mayPropose && (
            <LinkButton to={`/${language}/cabinet/places/addresses/new`}>{t`Propose an address`}</LinkButton>
          )
        }
      />
      <PlaceTabs />
      <div className={styles.controls}>
        <SearchBox label={t`Search by address, city or consignee`} />
        <StateFilter />
      </div>
      <Addresses />
    </>
  );
}

const isState = (text: string): text is AddressStateEnum => text in ADDRESS_STATES;

function Addresses() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const columns = useColumns();
  const [search, wanted, consignee] = ["search", "state", "consignee"].map(filters.text) as [string, string, string];
  const state = isState(wanted) ? wanted : undefined;
  const query = useAddressesQuery({
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
    ...(search && { search }),
    ...(state && { state }),
    ...(consignee && { consignee }),
  });
  const filtered = Boolean(search || state || consignee);
  return (
    <QueryView query={query} loading={<Skeleton rows={8} height="3.25rem" />}>
      {(page) =>
        page.count === 0 ? (
          <EmptyState
            icon={filtered ? "search" : "home"}
            title={filtered ? t`No address matches` : t`No addresses yet`}
            action={filtered && <LinkButton look="quiet" to="?">{t`Show all addresses`}</LinkButton>}
          />
        ) : (
          <>
            <DataTable
              caption={t`Delivery addresses`}
              columns={columns}
              rows={page.results}
              rowKey={(address) => address.id}
              busy={query.isFetching && query.originalArgs?.page !== page.page}
            />
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

function useColumns(): Column<Address>[] {
  const { t } = useLingui();
  const language = useLanguage();
  return [
    {
      key: "address",
      title: t`Address`,
      lead: true,
      render: (address) => (
        <>
          <Link className={styles.name} to={`/${language}/cabinet/places/addresses/${address.id}`}>
            {address.line}
          </Link>
          {address.working_hours && <div className={styles.note}>{address.working_hours}</div>}
        </>
      ),
    },
    {
      key: "consignee",
      title: t`Consignee`,
      render: ({ consignee, partner }) => (
        <>
          {consignee.name}
          <div className={styles.note}>{partner.name}</div>
        </>
      ),
    },
    {
      key: "state",
      title: t`State`,
      render: ({ state, reason }) => (
        <>
          <AddressStateTag state={state} />
          {reason && <div className={styles.note}>{reason}</div>}
        </>
      ),
    },
    {
      key: "exchange",
      title: t`The way to 1C`,
      render: ({ exchange }) => exchange && <ExchangeTag exchange={exchange} />,
    },
  ];
}

function StateFilter() {
  const { t, i18n } = useLingui();
  const filters = useUrlFilters();
  const options = Object.entries(ADDRESS_STATES).map(([value, { label }]) => ({ value, label: i18n._(label) }));
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
