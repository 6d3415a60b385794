import { useUnreadMessagesQuery } from "@/features/chat/api";
import { allows, useSession } from "@/shared/session/use-session";

/** News by the code of the menu's entry. */
export function useMenuCounts(): Record<string, number> {
  const mayChat = allows(useSession(), "chat.view_chat");
  const { data } = useUnreadMessagesQuery(undefined, { skip: !mayChat });
  return { chat: data?.unread ?? 0 };
}
