import { generatedApi } from "@/shared/api/generated";

export const {
  useNotificationsListQuery: useNotificationsQuery,
  useNotificationsUnreadQuery: useUnreadNotificationsQuery,
  useNotificationsReadMutation: useReadNotificationMutation,
  useNotificationsReadAllMutation: useReadAllMutation,
  useNotificationsPreferencesQuery: usePreferencesQuery,
  useNotificationsPreferencesSaveMutation: useSavePreferencesMutation,
} = generatedApi;
