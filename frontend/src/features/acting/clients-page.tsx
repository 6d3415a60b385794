import { Trans, useLingui } from "@lingui/react/macro";

import { useActingClientsListQuery, type Client } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { DataTable, type Column } from "@/shared/table/data-table";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { SearchBox } from "@/shared/url/search-box";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useOpenCabinet } from "./use-acting";

import styles from "./acting.module.css";

const PAGE_SIZE = 25;

/** Clients' people, so that a manager can see what they see and help. */
export function ClientsPage() {
  const { t } = useLingui();
  useDocumentTitle(t`Clients' cabinets`);
  return (
    <>
      <ScreenHead title={t`Clients' cabinets`} />
      <p className={styles.lead}>
        <Trans>
          Open a client's cabinet to see what they see and to act for them. It closes by itself after an hour;
          everything you do there is recorded under both names.
        </Trans>
      </p>
      <div className={styles.search}>
        <SearchBox label={t`Search by name, e-mail or company`} />
      </div>
      <Clients />
    </>
  );
}

function Clients() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const search = filters.text("search") || undefined;
  const query = useActingClientsListQuery({ search, page: filters.number("page") ?? 1, pageSize: PAGE_SIZE });
  const cabinet = useOpenCabinet();
  const columns = useColumns(cabinet);
  return (
    <QueryView query={query} loading={<Skeleton rows={8} height="3.25rem" />}>
      {(page) =>
        page.count === 0 ? (
          <EmptyState icon="users" title={search ? t`Nobody matches` : t`No client has an account yet`}>
            {search ? t`Try a part of the name, the e-mail address or the company.` : null}
          </EmptyState>
        ) : (
          <>
            {cabinet.error && <ProblemNotice error={cabinet.error} />}
            <DataTable
              caption={t`Clients' cabinets`}
              columns={columns}
              rows={page.results}
              rowKey={(client) => String(client.id)}
              busy={query.isFetching && query.originalArgs?.page !== page.page}
            />
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

function useColumns({ open, isLoading, chosen }: ReturnType<typeof useOpenCabinet>): Column<Client>[] {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  return [
    {
      key: "name",
      title: t`Name`,
      lead: true,
      render: ({ name, email }) => (
        <>
          <div className={styles.name}>{name}</div>
          {name !== email && <div className={styles.email}>{email}</div>}
        </>
      ),
    },
    { key: "role", title: t`Role`, render: ({ roles }) => roles.join(", ") },
    { key: "access", title: t`Access to`, render: ({ access }) => access.join("; ") || t`nothing yet` },
    { key: "seen", title: t`Signed in`, render: ({ last_login }) => (last_login ? dateTime(last_login) : t`never`) },
    {
      key: "open",
      title: "",
      align: "end",
      render: ({ id, name }) => (
        <Button
          look="quiet"
          busy={isLoading && chosen === id}
          aria-label={t`Open the cabinet of ${name}`}
          onClick={() => void open(id)}
        >{t`Open`}</Button>
      ),
    },
  ];
}
