import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { Contact, Limit, Manager } from "@/shared/api/generated";
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

import { useContactsQuery, useLimitsQuery, useManagersQuery } from "./api";

import styles from "./proposals.module.css";

const PAGE_SIZE = 25;
const LIMITS_READ_AGAIN_MS = 60_000;

/** What a client may still order on credit, whom they turn to, and who is turned to on their side. */
export function TermsPage() {
  const { t } = useLingui();
  const session = useSession();
  useDocumentTitle(t`Limits and contacts`);
  return (
    <>
      <ScreenHead title={t`Limits and contacts`} />
      <div className={styles.sections}>
        {allows(session, "partners.view_limit") && <Limits />}
        {allows(session, "partners.view_account_manager") && <Managers />}
        {allows(session, "partners.view_contact") && <Contacts mayAdd={allows(session, "partners.propose_contact")} />}
      </div>
    </>
  );
}

function Limits() {
  const { t } = useLingui();
  const columns = useLimitColumns();
  const query = useLimitsQuery(
    { pageSize: 200 },
    { pollingInterval: LIMITS_READ_AGAIN_MS, skipPollingIfUnfocused: true, refetchOnMountOrArgChange: true },
  );
  return (
    <section className={styles.section} aria-labelledby="limits">
      <h2 id="limits">{t`Credit limits`}</h2>
      <QueryView query={query} loading={<Skeleton rows={2} height="3.25rem" />}>
        {(page) =>
          page.count === 0 ? (
            <EmptyState icon="info" title={t`No limits`}>{t`1C names no credit limit for your contracts.`}</EmptyState>
          ) : (
            <>
              <Age of={page.results[0]} />
              <DataTable
                caption={t`Credit limits`}
                columns={columns}
                rows={page.results}
                rowKey={({ contract, currency }) => `${contract.id} ${currency}`}
              />
            </>
          )
        }
      </QueryView>
    </section>
  );
}

/** How old the figures are: when the portal last asked 1C. */
function Age({ of }: { of: Limit | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  if (!of?.checked_at) return null;
  return <p className={styles.note}>{t`Checked in 1C at ${format.asOf(of.checked_at)}`}</p>;
}

function useLimitColumns(): Column<Limit>[] {
  const { t } = useLingui();
  const format = useFormat();
  const sum = (amount: string, { currency }: Limit) => (
    <span className={styles.sum}>{format.money(amount, currency)}</span>
  );
  return [
    {
      key: "contract",
      title: t`Contract`,
      lead: true,
      render: ({ contract, partner }) => (
        <>
          <div className={styles.name}>{contract.name}</div>
          <div className={styles.note}>{partner?.name}</div>
        </>
      ),
    },
    { key: "limit", title: t`Limit`, align: "end", render: (row) => sum(row.limit, row) },
    { key: "debt", title: t`Debt`, align: "end", render: (row) => sum(row.debt, row) },
    {
      key: "overdue",
      title: t`Overdue`,
      align: "end",
      render: (row) => <span className={Number(row.overdue) > 0 ? styles.overdue : ""}>{sum(row.overdue, row)}</span>,
    },
    { key: "available", title: t`Available`, align: "end", render: (row) => sum(row.available, row) },
    {
      key: "at",
      title: t`As of`,
      render: ({ calculated_at: at }) => (at ? <time dateTime={at}>{format.asOf(at)}</time> : "—"),
    },
  ];
}

function Managers() {
  const { t } = useLingui();
  const query = useManagersQuery({ pageSize: 50 });
  return (
    <section className={styles.section} aria-labelledby="managers">
      <h2 id="managers">{t`Your managers`}</h2>
      <QueryView query={query} loading={<Skeleton rows={1} height="6rem" />}>
        {({ results }) =>
          results.length === 0 ? (
            <p className={styles.note}>{t`1C names no manager for your company yet.`}</p>
          ) : (
            <ul className={styles.cards}>
              {results.map((manager) => (
                <ManagerCard key={manager.id} manager={manager} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}

function ManagerCard({ manager }: { manager: Manager }) {
  return (
    <li className={styles.card}>
      <div>
        <div className={styles.name}>{manager.name}</div>
        <div className={styles.note}>{manager.clients.map(({ name }) => name).join(", ")}</div>
      </div>
      {manager.email && <a href={`mailto:${manager.email}`}>{manager.email}</a>}
      {manager.phone && <a href={`tel:${manager.phone.replace(/[^+\d]/g, "")}`}>{manager.phone}</a>}
    </li>
  );
}

function Contacts({ mayAdd }: { mayAdd: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  const filters = useUrlFilters();
  const columns = useContactColumns();
  const search = filters.text("search");
  const query = useContactsQuery({
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
    ...(search && { search }),
  });
  return (
    <section className={styles.section} aria-labelledby="contacts">
      <h2 id="contacts">{t`Your contact persons`}</h2>
      <p
        className={styles.note}
      >{t`Whom the manufacturer may write to or call. This gives no access to the portal.`}</p>
      <SearchBox label={t`Search by name, e-mail or telephone`} />
      {mayAdd && (
        <div>
          <LinkButton look="quiet" to={`/${language}/cabinet/contacts/new`}>{t`Add a contact person`}</LinkButton>
        </div>
      )}
      <QueryView query={query} loading={<Skeleton rows={3} height="3.25rem" />}>
        {(page) =>
          page.count === 0 ? (
            <EmptyState icon="user" title={search ? t`Nobody matches` : t`No contact persons yet`} />
          ) : (
            <>
              <DataTable
                caption={t`Your contact persons`}
                columns={columns}
                rows={page.results}
                rowKey={(contact) => contact.id}
              />
              <Pager count={page.count} page={page.page} pageSize={page.page_size} />
            </>
          )
        }
      </QueryView>
    </section>
  );
}

function useContactColumns(): Column<Contact>[] {
  const { t } = useLingui();
  const language = useLanguage();
  return [
    {
      key: "name",
      title: t`Name`,
      lead: true,
      render: ({ id, name, position }) => (
        <>
          <Link className={styles.name} to={`/${language}/cabinet/contacts/${id}`}>
            {name}
          </Link>
          <div className={styles.note}>{position}</div>
        </>
      ),
    },
    { key: "client", title: t`Company`, render: ({ partner }) => partner.name },
    { key: "email", title: t`E-mail`, render: ({ email }) => email },
    { key: "phone", title: t`Telephone`, render: ({ phone }) => <span className={styles.sum}>{phone}</span> },
    {
      key: "exchange",
      title: t`The way to 1C`,
      render: ({ exchange }) => exchange && <ExchangeTag exchange={exchange} />,
    },
  ];
}
