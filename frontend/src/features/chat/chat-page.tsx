import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { Chat, PaginatedChatList } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { allows, useSession } from "@/shared/session/use-session";
import { EmptyState } from "@/shared/ui/empty-state";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { SearchBox } from "@/shared/url/search-box";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useChatPartnersQuery, useChatsQuery } from "./api";
import { ChatList } from "./chat-list";
import { Conversation } from "./conversation";
import { StartChat } from "./start-chat";

import styles from "./chat.module.css";

const PAGE_SIZE = 20;

export function ChatPage() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const search = filters.text("search");
  useDocumentTitle(t`Messages`);
  const query = useChatsQuery({
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
    ...(search && { search }),
  });
  return (
    <>
      <ScreenHead title={t`Messages`} note={t`What you write reaches your manager in the portal and in 1C.`} />
      <QueryView query={query} loading={<Skeleton rows={6} height="3.25rem" />}>
        {(page) => <Chats page={page} search={search} />}
      </QueryView>
    </>
  );
}

/** Whoever has one conversation is in it at once; a list beside it is for those who have, or may begin, more. */
function Chats({ page, search }: { page: PaginatedChatList; search: string }) {
  const { t } = useLingui();
  const wanted = useUrlFilters().text("chat");
  const mayWrite = allows(useSession(), "chat.write_message");
  const partners = useChatPartnersQuery({}, { skip: !mayWrite }).data?.partners ?? [];
  const mayChoose = partners.length > 1;
  const only = page.count === 1 && !search && !page.results[0]?.order ? page.results[0]?.id : undefined;
  const chosen = wanted || only || "";
  if (page.count === 0 && !search && !chosen) {
    return (
      <EmptyState
        icon="chat"
        title={t`No conversations yet`}
        action={mayWrite && <StartChat label={t`Write a message`} />}
      >
        {t`Questions about goods, prices and deliveries are answered here.`}
      </EmptyState>
    );
  }
  const single = Boolean(only) && chosen === only && !mayChoose;
  return (
    <div className={styles.frame} data-single={single}>
      <div className={styles.side} data-open={Boolean(chosen)}>
        {!single && <SearchBox label={t`Search by client or order`} />}
        {!single && <ChatList page={page} chosen={chosen} />}
        {!single && mayWrite && <StartChat label={t`New conversation`} />}
      </div>
      {chosen ? (
        <Conversation
          key={chosen}
          chat={chosen}
          title={<OrderLink chat={page.results.find(({ id }) => id === chosen)} />}
        />
      ) : (
        <EmptyState icon="chat" title={t`Choose a conversation`} />
      )}
    </div>
  );
}

/** From a conversation about an order to the order. */
function OrderLink({ chat }: { chat: Chat | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (!chat?.order || !chat.order_number) return null;
  return <Link to={`/${language}/cabinet/orders/${chat.order}`}>{t`Order ${chat.order_number}`}</Link>;
}
