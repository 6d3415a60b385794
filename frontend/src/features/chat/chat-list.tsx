import { useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "react-router";

import type { Chat, PaginatedChatList } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { changedQuery } from "@/shared/url/use-url-filters";

import styles from "./chat.module.css";

export function ChatList({ page, chosen }: { page: PaginatedChatList; chosen: string }) {
  const { t } = useLingui();
  if (page.count === 0) return <EmptyState icon="search" title={t`No conversation matches`} />;
  return (
    <nav aria-label={t`Conversations`}>
      <ul className={styles.chats}>
        {page.results.map((chat) => (
          <Entry key={chat.id} chat={chat} chosen={chat.id === chosen} />
        ))}
      </ul>
      {page.count > page.page_size && <Pager count={page.count} page={page.page} pageSize={page.page_size} />}
    </nav>
  );
}

function Entry({ chat, chosen }: { chat: Chat; chosen: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const [params] = useSearchParams();
  const { unread } = chat;
  return (
    <li>
      <Link
        className={styles.entry}
        to={`?${changedQuery(params, { chat: chat.id, page: params.get("page") })}`}
        aria-current={chosen ? "true" : undefined}
      >
        <strong>{chat.partner.name}</strong>
        {unread > 0 && (
          <span className={styles.badge} aria-label={t`unread: ${unread}`}>
            {unread}
          </span>
        )}
        {chat.order_number && <span className={styles.last}>{t`Order ${chat.order_number}`}</span>}
        <span className={styles.last}>{chat.last_text ?? t`Nothing has been said yet`}</span>
        <span className={styles.note}>{format.dateTime(chat.last_at)}</span>
      </Link>
    </li>
  );
}
