import { generatedApi } from "@/shared/api/generated";

import { showAtOnce } from "./show-at-once";

const chatApi = generatedApi.enhanceEndpoints({ endpoints: { chatMessagesWrite: { onQueryStarted: showAtOnce } } });

export const {
  useChatListQuery: useChatsQuery,
  useChatPartnersQuery,
  useChatMessagesListQuery: useMessagesQuery,
  useChatUnreadQuery: useUnreadMessagesQuery,
  useChatOpenMutation: useOpenChatMutation,
  useChatMessagesWriteMutation: useWriteMessageMutation,
  useChatReadMutation: useReadChatMutation,
} = chatApi;
