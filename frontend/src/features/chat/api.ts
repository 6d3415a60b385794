import { generatedApi } from "@/shared/api/generated";

export const {
  useChatListQuery: useChatsQuery,
  useChatPartnersQuery,
  useChatMessagesListQuery: useMessagesQuery,
  useChatUnreadQuery: useUnreadMessagesQuery,
  useChatOpenMutation: useOpenChatMutation,
  useChatMessagesWriteMutation: useWriteMessageMutation,
  useChatReadMutation: useReadChatMutation,
} = generatedApi;
