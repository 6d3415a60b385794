import { useLingui } from "@lingui/react/macro";
import { Switch } from "antd";
import { Link } from "react-router";

import type { Notification } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button, LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { SearchBox } from "@/shared/url/search-box";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import {
  useNotificationsQuery,
  usePreferencesQuery,
  useReadAllMutation,
  useReadNotificationMutation,
  useSavePreferencesMutation,
  useUnreadNotificationsQuery,
} from "./api";

import styles from "./notifications.module.css";

const PAGE_SIZE = 25;

export function NotificationsPage() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const unread = useUnreadNotificationsQuery().data?.unread ?? 0;
  const [readAll, { isLoading, error }] = useReadAllMutation();
  const only = filters.text("unread") === "true";
  useDocumentTitle(t`Notifications`);
  return (
    <>
      <ScreenHead
        title={t`Notifications`}
        actions={
          unread > 0 && (
            <Button look="quiet" busy={isLoading} onClick={() => void readAll()}>{t`Mark all as read`}</Button>
          )
        }
      />
      {error && <ProblemNotice error={error} />}
      <div className={styles.controls}>
        <SearchBox label={t`Search in notifications`} />
        <label>
          <Switch checked={only} onChange={(on) => filters.change({ unread: on ? "true" : null })} /> {t`unread only`}
        </label>
        <LettersSwitch />
      </div>
      <Notifications />
    </>
  );
}

/** Whether what is not read at once also comes by mail; without an answer there is nothing to switch. */
function LettersSwitch() {
  const { t } = useLingui();
  const { data } = usePreferencesQuery();
  const [save, { isLoading, error }] = useSavePreferencesMutation();
  if (!data) return null;
  return (
    <>
      <label>
        <Switch
          checked={data.by_mail}
          loading={isLoading}
          onChange={(by_mail) => void save({ preferencesRequest: { by_mail } })}
        />{" "}
        {t`letters about what I have not read`}
      </label>
      {error && <ProblemNotice error={error} />}
    </>
  );
}

function Notifications() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const [search, unread] = [filters.text("search"), filters.text("unread") === "true"];
  const query = useNotificationsQuery({
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
    ...(search && { search }),
    ...(unread && { unread }),
  });
  const all = <LinkButton look="quiet" to="?">{t`Show all notifications`}</LinkButton>;
  const none =
    search || unread ? (
      <EmptyState icon="search" title={t`No notification matches`} action={all} />
    ) : (
      <EmptyState icon="bell" title={t`No notifications yet`}>
        {t`Shipments, payments, documents and answers to claims are told here.`}
      </EmptyState>
    );
  return (
    <QueryView query={query} loading={<Skeleton rows={6} height="4rem" />}>
      {(page) =>
        page.count === 0 ? (
          none
        ) : (
          <>
            <ul className={styles.list}>
              {page.results.map((one) => (
                <Entry key={one.id} notification={one} />
              ))}
            </ul>
            <Pager count={page.count} page={page.page} pageSize={page.page_size} />
          </>
        )
      }
    </QueryView>
  );
}

function Entry({ notification }: { notification: Notification }) {
  const { t } = useLingui();
  const format = useFormat();
  const language = useLanguage();
  const [read, { isLoading }] = useReadNotificationMutation();
  const { id, subject, text, path, kind_label, created_at, read_at } = notification;
  const mark = () => void read({ id });
  return (
    <li className={styles.notification} data-unread={read_at === null}>
      <div>
        <h2 className={styles.subject}>
          {path ? (
            <Link to={`/${language}${path}`} onClick={read_at === null ? mark : undefined}>
              {subject}
            </Link>
          ) : (
            subject
          )}
        </h2>
        {text && <p>{text}</p>}
        <span className={styles.note}>
          {kind_label} · {format.dateTime(created_at)}
        </span>
      </div>
      {read_at === null && <Button look="quiet" busy={isLoading} onClick={mark}>{t`Mark as read`}</Button>}
    </li>
  );
}
