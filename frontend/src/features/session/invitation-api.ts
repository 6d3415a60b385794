import { generatedApi } from "@/shared/api/generated";

/** Accepting closes the invitation: it is not read again on the way into the cabinet. */
const invitationApi = generatedApi.enhanceEndpoints({
  endpoints: { accountsInvitationsAccept: { invalidatesTags: [] } },
});

export const {
  useAccountsInvitationsAcceptMutation: useAcceptInvitationMutation,
  useAccountsInvitationsRetrieveQuery: useInvitationQuery,
} = invitationApi;
