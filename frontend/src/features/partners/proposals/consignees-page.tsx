import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { Consignee } from "@/shared/api/generated";
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

import { useConsigneesQuery } from "./api";
import { PlaceTabs } from "./place-tabs";

import styles from "./proposals.module.css";

const PAGE_SIZE = 25;

export function ConsigneesPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const mayPropose = allows(useSession(), "partners.propose_consignee");
  useDocumentTitle(t`Consignees`);
  return (
    <>
      <ScreenHead
        title={t`Consignees and addresses`}
        note={t`Who receives your goods and signs for them.`}
        actions={
          mayPropose && <LinkButton to={`/${language}/cabinet/places/consignees/new`}>{t`Add a consignee`}</LinkButton>
        }
      />
      <PlaceTabs />
      <div className={styles.search}>
        <SearchBox label={t`Search by name or tax id`} />
      </div>
      <Consignees />
    </>
  );
}

function Consignees() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const columns = useColumns();
  const search = filters.text("search");
  const query = useConsigneesQuery({
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
    ...(search && { search }),
  });
  return (
    <QueryView query={query} loading={<Skeleton rows={8} height="3.25rem" />}>
      {(page) =>
        page.count === 0 ? (
          <EmptyState
            icon={search ? "search" : "home"}
            title={search ? t`No consignee matches` : t`No consignees yet`}
            action={search && <LinkButton look="quiet" to="?">{t`Show all consignees`}</LinkButton>}
          />
        ) : (
          <>
            <DataTable
              caption={t`Consignees`}
              columns={columns}
              rows={page.results}
              rowKey={(consignee) => consignee.id}
              busy={query.isFetching && query.originalArgs?.page !== page.page}
            />
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

function useColumns(): Column<Consignee>[] {
  const { t } = useLingui();
  const root = `/${useLanguage()}/cabinet/places`;
  return [
    {
      key: "name",
      title: t`Consignee`,
      lead: true,
      render: ({ id, name, tax_id }) => (
        <>
          <Link className={styles.name} to={`${root}/consignees/${id}`}>
            {name}
          </Link>
          {tax_id && <div className={styles.note}>{t`Tax id ${tax_id}`}</div>}
        </>
      ),
    },
    { key: "client", title: t`Company`, render: ({ counterparty, partner }) => counterparty?.name ?? partner.name },
    {
      key: "contact",
      title: t`Contact person`,
      render: ({ contact_person, phone }) => (
        <>
          {contact_person}
          <div className={styles.note}>{phone}</div>
        </>
      ),
    },
    {
      key: "exchange",
      title: t`The way to 1C`,
      render: ({ exchange }) => exchange && <ExchangeTag exchange={exchange} />,
    },
    {
      key: "addresses",
      title: t`Addresses`,
      render: ({ id, name }) => (
        <Link to={`${root}?consignee=${id}`}>
          {t`Show`} <span className="visually-hidden">{t`Addresses of ${name}`}</span>
        </Link>
      ),
    },
  ];
}
