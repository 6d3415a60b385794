import { baseApi as api } from "./base-api";
export const addTagTypes = [
  "accounts",
  "acting",
  "analytics",
  "catalog",
  "chat",
  "claims",
  "content",
  "notifications",
  "ordering",
  "partners",
  "password-rules",
  "session",
] as const;
const injectedRtkApi = api
  .enhanceEndpoints({
    addTagTypes,
  })
  .injectEndpoints({
    endpoints: (build) => ({
      accountsInvitationsRetrieve: build.query<
        AccountsInvitationsRetrieveApiResponse,
        AccountsInvitationsRetrieveApiArg
      >({
        query: (queryArg) => ({ url: `/api/v1/accounts/invitations/${queryArg.token}/` }),
        providesTags: ["accounts"],
      }),
      accountsInvitationsAccept: build.mutation<AccountsInvitationsAcceptApiResponse, AccountsInvitationsAcceptApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/accounts/invitations/${queryArg.token}/accept/`,
          method: "POST",
          body: queryArg.invitationAcceptRequest,
        }),
        invalidatesTags: ["accounts"],
      }),
      actingBegin: build.mutation<ActingBeginApiResponse, ActingBeginApiArg>({
        query: (queryArg) => ({ url: `/api/v1/acting/`, method: "POST", body: queryArg.actingInputRequest }),
        invalidatesTags: ["acting"],
      }),
      actingEnd: build.mutation<ActingEndApiResponse, ActingEndApiArg>({
        query: () => ({ url: `/api/v1/acting/`, method: "DELETE" }),
        invalidatesTags: ["acting"],
      }),
      actingClientsList: build.query<ActingClientsListApiResponse, ActingClientsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/acting/clients/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
          },
        }),
        providesTags: ["acting"],
      }),
      analyticsPlansList: build.query<AnalyticsPlansListApiResponse, AnalyticsPlansListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/analytics/plans/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
            status: queryArg.status,
          },
        }),
        providesTags: ["analytics"],
      }),
      analyticsPlansDraft: build.mutation<AnalyticsPlansDraftApiResponse, AnalyticsPlansDraftApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/analytics/plans/`,
          method: "POST",
          body: queryArg.planDraftInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["analytics"],
      }),
      analyticsPlansRetrieve: build.query<AnalyticsPlansRetrieveApiResponse, AnalyticsPlansRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/analytics/plans/${queryArg.id}/` }),
        providesTags: ["analytics"],
      }),
      analyticsPlansResend: build.mutation<AnalyticsPlansResendApiResponse, AnalyticsPlansResendApiArg>({
        query: (queryArg) => ({ url: `/api/v1/analytics/plans/${queryArg.id}/resend/`, method: "POST" }),
        invalidatesTags: ["analytics"],
      }),
      analyticsPlansOptions: build.query<AnalyticsPlansOptionsApiResponse, AnalyticsPlansOptionsApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/analytics/plans/options/`,
          params: {
            search: queryArg.search,
          },
        }),
        providesTags: ["analytics"],
      }),
      catalogFacetsRetrieve: build.query<CatalogFacetsRetrieveApiResponse, CatalogFacetsRetrieveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalog/facets/`,
          params: {
            agreement: queryArg.agreement,
            group: queryArg.group,
            line: queryArg.line,
            search: queryArg.search,
          },
        }),
        providesTags: ["catalog"],
      }),
      catalogProductsList: build.query<CatalogProductsListApiResponse, CatalogProductsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalog/products/`,
          params: {
            agreement: queryArg.agreement,
            group: queryArg.group,
            line: queryArg.line,
            ordering: queryArg.ordering,
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
          },
        }),
        providesTags: ["catalog"],
      }),
      catalogProductsRetrieve: build.query<CatalogProductsRetrieveApiResponse, CatalogProductsRetrieveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalog/products/${queryArg.id}/`,
          params: {
            agreement: queryArg.agreement,
            group: queryArg.group,
            line: queryArg.line,
            search: queryArg.search,
          },
        }),
        providesTags: ["catalog"],
      }),
      chatList: build.query<ChatListApiResponse, ChatListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/chat/chats/`,
          params: {
            order: queryArg.order,
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
          },
        }),
        providesTags: ["chat"],
      }),
      chatOpen: build.mutation<ChatOpenApiResponse, ChatOpenApiArg>({
        query: (queryArg) => ({ url: `/api/v1/chat/chats/`, method: "POST", body: queryArg.chatOpenInputRequest }),
        invalidatesTags: ["chat"],
      }),
      chatMessagesList: build.query<ChatMessagesListApiResponse, ChatMessagesListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/chat/chats/${queryArg.id}/messages/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
          },
        }),
        providesTags: ["chat"],
      }),
      chatMessagesWrite: build.mutation<ChatMessagesWriteApiResponse, ChatMessagesWriteApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/chat/chats/${queryArg.id}/messages/`,
          method: "POST",
          body: queryArg.messageInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["chat"],
      }),
      chatRead: build.mutation<ChatReadApiResponse, ChatReadApiArg>({
        query: (queryArg) => ({ url: `/api/v1/chat/chats/${queryArg.id}/read/`, method: "POST" }),
        invalidatesTags: ["chat"],
      }),
      chatPartners: build.query<ChatPartnersApiResponse, ChatPartnersApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/chat/partners/`,
          params: {
            search: queryArg.search,
          },
        }),
        providesTags: ["chat"],
      }),
      chatUnread: build.query<ChatUnreadApiResponse, ChatUnreadApiArg>({
        query: () => ({ url: `/api/v1/chat/unread/` }),
        providesTags: ["chat"],
      }),
      claimsList: build.query<ClaimsListApiResponse, ClaimsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/claims/`,
          params: {
            kind: queryArg.kind,
            order: queryArg.order,
            ordering: queryArg.ordering,
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
            status: queryArg.status,
          },
        }),
        providesTags: ["claims"],
      }),
      claimsRegister: build.mutation<ClaimsRegisterApiResponse, ClaimsRegisterApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/claims/`,
          method: "POST",
          body: queryArg.claimRegisterInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["claims"],
      }),
      claimsRetrieve: build.query<ClaimsRetrieveApiResponse, ClaimsRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/claims/${queryArg.id}/` }),
        providesTags: ["claims"],
      }),
      claimsChange: build.mutation<ClaimsChangeApiResponse, ClaimsChangeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/claims/${queryArg.id}/`,
          method: "PATCH",
          body: queryArg.patchedClaimChangeInputRequest,
        }),
        invalidatesTags: ["claims"],
      }),
      claimsResend: build.mutation<ClaimsResendApiResponse, ClaimsResendApiArg>({
        query: (queryArg) => ({ url: `/api/v1/claims/${queryArg.id}/resend/`, method: "POST" }),
        invalidatesTags: ["claims"],
      }),
      claimsOptions: build.query<ClaimsOptionsApiResponse, ClaimsOptionsApiArg>({
        query: () => ({ url: `/api/v1/claims/options/` }),
        providesTags: ["claims"],
      }),
      contentBannersList: build.query<ContentBannersListApiResponse, ContentBannersListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/banners/`,
          params: {
            locale: queryArg.locale,
          },
        }),
        providesTags: ["content"],
      }),
      contentMenuList: build.query<ContentMenuListApiResponse, ContentMenuListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/menu/`,
          params: {
            locale: queryArg.locale,
          },
        }),
        providesTags: ["content"],
      }),
      contentNewsList: build.query<ContentNewsListApiResponse, ContentNewsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/news/`,
          params: {
            locale: queryArg.locale,
            page: queryArg.page,
            page_size: queryArg.pageSize,
            q: queryArg.q,
            rubric: queryArg.rubric,
            tag: queryArg.tag,
            year: queryArg.year,
          },
        }),
        providesTags: ["content"],
      }),
      contentPageRetrieve: build.query<ContentPageRetrieveApiResponse, ContentPageRetrieveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/page/`,
          params: {
            path: queryArg.path,
          },
        }),
        providesTags: ["content"],
      }),
      contentSearchList: build.query<ContentSearchListApiResponse, ContentSearchListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/search/`,
          params: {
            locale: queryArg.locale,
            page: queryArg.page,
            page_size: queryArg.pageSize,
            q: queryArg.q,
          },
        }),
        providesTags: ["content"],
      }),
      contentSite: build.query<ContentSiteApiResponse, ContentSiteApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/content/site/`,
          params: {
            locale: queryArg.locale,
          },
        }),
        providesTags: ["content"],
      }),
      notificationsList: build.query<NotificationsListApiResponse, NotificationsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/notifications/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
            unread: queryArg.unread,
          },
        }),
        providesTags: ["notifications"],
      }),
      notificationsRead: build.mutation<NotificationsReadApiResponse, NotificationsReadApiArg>({
        query: (queryArg) => ({ url: `/api/v1/notifications/${queryArg.id}/read/`, method: "POST" }),
        invalidatesTags: ["notifications"],
      }),
      notificationsPreferences: build.query<NotificationsPreferencesApiResponse, NotificationsPreferencesApiArg>({
        query: () => ({ url: `/api/v1/notifications/preferences/` }),
        providesTags: ["notifications"],
      }),
      notificationsPreferencesSave: build.mutation<
        NotificationsPreferencesSaveApiResponse,
        NotificationsPreferencesSaveApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/notifications/preferences/`,
          method: "PUT",
          body: queryArg.preferencesRequest,
        }),
        invalidatesTags: ["notifications"],
      }),
      notificationsReadAll: build.mutation<NotificationsReadAllApiResponse, NotificationsReadAllApiArg>({
        query: () => ({ url: `/api/v1/notifications/read-all/`, method: "POST" }),
        invalidatesTags: ["notifications"],
      }),
      notificationsUnread: build.query<NotificationsUnreadApiResponse, NotificationsUnreadApiArg>({
        query: () => ({ url: `/api/v1/notifications/unread/` }),
        providesTags: ["notifications"],
      }),
      orderingOrdersList: build.query<OrderingOrdersListApiResponse, OrderingOrdersListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/ordering/orders/`,
          params: {
            ordering: queryArg.ordering,
            page: queryArg.page,
            page_size: queryArg.pageSize,
            placed_from: queryArg.placedFrom,
            placed_to: queryArg.placedTo,
            search: queryArg.search,
            status: queryArg.status,
          },
        }),
        providesTags: ["ordering"],
      }),
      orderingOrdersCreate: build.mutation<OrderingOrdersCreateApiResponse, OrderingOrdersCreateApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/ordering/orders/`,
          method: "POST",
          body: queryArg.orderPlaceInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["ordering"],
      }),
      orderingOrdersRetrieve: build.query<OrderingOrdersRetrieveApiResponse, OrderingOrdersRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/ordering/orders/${queryArg.id}/` }),
        providesTags: ["ordering"],
      }),
      orderingOrdersResend: build.mutation<OrderingOrdersResendApiResponse, OrderingOrdersResendApiArg>({
        query: (queryArg) => ({ url: `/api/v1/ordering/orders/${queryArg.id}/resend/`, method: "POST" }),
        invalidatesTags: ["ordering"],
      }),
      orderingOrdersCheck: build.mutation<OrderingOrdersCheckApiResponse, OrderingOrdersCheckApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/ordering/orders/check/`,
          method: "POST",
          body: queryArg.orderCheckInputRequest,
        }),
        invalidatesTags: ["ordering"],
      }),
      orderingOrdersExport: build.query<OrderingOrdersExportApiResponse, OrderingOrdersExportApiArg>({
        query: () => ({ url: `/api/v1/ordering/orders/export.xlsx` }),
        providesTags: ["ordering"],
      }),
      partnersAddressesList: build.query<PartnersAddressesListApiResponse, PartnersAddressesListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/addresses/`,
          params: {
            consignee: queryArg.consignee,
            page: queryArg.page,
            page_size: queryArg.pageSize,
            partner: queryArg.partner,
            search: queryArg.search,
            state: queryArg.state,
          },
        }),
        providesTags: ["partners"],
      }),
      partnersAddressesPropose: build.mutation<PartnersAddressesProposeApiResponse, PartnersAddressesProposeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/addresses/`,
          method: "POST",
          body: queryArg.addressProposeInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["partners"],
      }),
      partnersAddressesRetrieve: build.query<PartnersAddressesRetrieveApiResponse, PartnersAddressesRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/addresses/${queryArg.id}/` }),
        providesTags: ["partners"],
      }),
      partnersAddressesChange: build.mutation<PartnersAddressesChangeApiResponse, PartnersAddressesChangeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/addresses/${queryArg.id}/`,
          method: "PATCH",
          body: queryArg.patchedAddressChangeInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersAddressesResend: build.mutation<PartnersAddressesResendApiResponse, PartnersAddressesResendApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/addresses/${queryArg.id}/resend/`, method: "POST" }),
        invalidatesTags: ["partners"],
      }),
      partnersAddressesWithdraw: build.mutation<PartnersAddressesWithdrawApiResponse, PartnersAddressesWithdrawApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/addresses/${queryArg.id}/withdraw/`,
          method: "POST",
          body: queryArg.versionInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersAgreementsList: build.query<PartnersAgreementsListApiResponse, PartnersAgreementsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/agreements/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
          },
        }),
        providesTags: ["partners"],
      }),
      partnersApplicationsSend: build.mutation<PartnersApplicationsSendApiResponse, PartnersApplicationsSendApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/applications/`,
          method: "POST",
          body: queryArg.applicationInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersApplicationsForm: build.query<PartnersApplicationsFormApiResponse, PartnersApplicationsFormApiArg>({
        query: () => ({ url: `/api/v1/partners/applications/form/` }),
        providesTags: ["partners"],
      }),
      partnersConsigneesList: build.query<PartnersConsigneesListApiResponse, PartnersConsigneesListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/consignees/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
            partner: queryArg.partner,
            search: queryArg.search,
          },
        }),
        providesTags: ["partners"],
      }),
      partnersConsigneesPropose: build.mutation<PartnersConsigneesProposeApiResponse, PartnersConsigneesProposeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/consignees/`,
          method: "POST",
          body: queryArg.consigneeProposeInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["partners"],
      }),
      partnersConsigneesRetrieve: build.query<PartnersConsigneesRetrieveApiResponse, PartnersConsigneesRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/consignees/${queryArg.id}/` }),
        providesTags: ["partners"],
      }),
      partnersConsigneesChange: build.mutation<PartnersConsigneesChangeApiResponse, PartnersConsigneesChangeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/consignees/${queryArg.id}/`,
          method: "PATCH",
          body: queryArg.patchedConsigneeChangeInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersConsigneesResend: build.mutation<PartnersConsigneesResendApiResponse, PartnersConsigneesResendApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/consignees/${queryArg.id}/resend/`, method: "POST" }),
        invalidatesTags: ["partners"],
      }),
      partnersConsigneesOptions: build.query<PartnersConsigneesOptionsApiResponse, PartnersConsigneesOptionsApiArg>({
        query: () => ({ url: `/api/v1/partners/consignees/options/` }),
        providesTags: ["partners"],
      }),
      partnersContactsList: build.query<PartnersContactsListApiResponse, PartnersContactsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/contacts/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
            partner: queryArg.partner,
            search: queryArg.search,
          },
        }),
        providesTags: ["partners"],
      }),
      partnersContactsAdd: build.mutation<PartnersContactsAddApiResponse, PartnersContactsAddApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/contacts/`,
          method: "POST",
          body: queryArg.contactAddInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["partners"],
      }),
      partnersContactsRetrieve: build.query<PartnersContactsRetrieveApiResponse, PartnersContactsRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/contacts/${queryArg.id}/` }),
        providesTags: ["partners"],
      }),
      partnersContactsChange: build.mutation<PartnersContactsChangeApiResponse, PartnersContactsChangeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/contacts/${queryArg.id}/`,
          method: "PATCH",
          body: queryArg.patchedContactChangeInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersContactsRemove: build.mutation<PartnersContactsRemoveApiResponse, PartnersContactsRemoveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/contacts/${queryArg.id}/remove/`,
          method: "POST",
          body: queryArg.versionInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersContactsResend: build.mutation<PartnersContactsResendApiResponse, PartnersContactsResendApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/contacts/${queryArg.id}/resend/`, method: "POST" }),
        invalidatesTags: ["partners"],
      }),
      partnersLimitsList: build.query<PartnersLimitsListApiResponse, PartnersLimitsListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/limits/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
          },
        }),
        providesTags: ["partners"],
      }),
      partnersManagersList: build.query<PartnersManagersListApiResponse, PartnersManagersListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/managers/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
          },
        }),
        providesTags: ["partners"],
      }),
      partnersStaffList: build.query<PartnersStaffListApiResponse, PartnersStaffListApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/staff/`,
          params: {
            page: queryArg.page,
            page_size: queryArg.pageSize,
            search: queryArg.search,
            state: queryArg.state,
          },
        }),
        providesTags: ["partners"],
      }),
      partnersStaffInvite: build.mutation<PartnersStaffInviteApiResponse, PartnersStaffInviteApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/staff/`,
          method: "POST",
          body: queryArg.staffInviteInputRequest,
          headers: {
            "Idempotency-Key": queryArg["Idempotency-Key"],
          },
        }),
        invalidatesTags: ["partners"],
      }),
      partnersStaffRetrieve: build.query<PartnersStaffRetrieveApiResponse, PartnersStaffRetrieveApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/staff/${queryArg.id}/` }),
        providesTags: ["partners"],
      }),
      partnersStaffChange: build.mutation<PartnersStaffChangeApiResponse, PartnersStaffChangeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/staff/${queryArg.id}/`,
          method: "PATCH",
          body: queryArg.patchedStaffChangeInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersStaffBlock: build.mutation<PartnersStaffBlockApiResponse, PartnersStaffBlockApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/staff/${queryArg.id}/block/`, method: "POST" }),
        invalidatesTags: ["partners"],
      }),
      partnersStaffInviteAgain: build.mutation<PartnersStaffInviteAgainApiResponse, PartnersStaffInviteAgainApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/staff/${queryArg.id}/invite-again/`, method: "POST" }),
        invalidatesTags: ["partners"],
      }),
      partnersStaffLeave: build.mutation<PartnersStaffLeaveApiResponse, PartnersStaffLeaveApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/partners/staff/${queryArg.id}/leave/`,
          method: "POST",
          body: queryArg.staffLeaveInputRequest,
        }),
        invalidatesTags: ["partners"],
      }),
      partnersStaffRevoke: build.mutation<PartnersStaffRevokeApiResponse, PartnersStaffRevokeApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/staff/${queryArg.id}/revoke/`, method: "POST" }),
        invalidatesTags: ["partners"],
      }),
      partnersStaffUnblock: build.mutation<PartnersStaffUnblockApiResponse, PartnersStaffUnblockApiArg>({
        query: (queryArg) => ({ url: `/api/v1/partners/staff/${queryArg.id}/unblock/`, method: "POST" }),
        invalidatesTags: ["partners"],
      }),
      partnersStaffOptions: build.query<PartnersStaffOptionsApiResponse, PartnersStaffOptionsApiArg>({
        query: () => ({ url: `/api/v1/partners/staff/options/` }),
        providesTags: ["partners"],
      }),
      passwordRulesRetrieve: build.query<PasswordRulesRetrieveApiResponse, PasswordRulesRetrieveApiArg>({
        query: () => ({ url: `/api/v1/password-rules/` }),
        providesTags: ["password-rules"],
      }),
      sessionRetrieve: build.query<SessionRetrieveApiResponse, SessionRetrieveApiArg>({
        query: () => ({ url: `/api/v1/session/` }),
        providesTags: ["session"],
      }),
      sessionPartialUpdate: build.mutation<SessionPartialUpdateApiResponse, SessionPartialUpdateApiArg>({
        query: (queryArg) => ({ url: `/api/v1/session/`, method: "PATCH", body: queryArg.patchedSessionChangeRequest }),
        invalidatesTags: ["session"],
      }),
    }),
    overrideExisting: false,
  });
export { injectedRtkApi as generatedApi };
export type AccountsInvitationsRetrieveApiResponse = /** status 200  */ Invitation;
export type AccountsInvitationsRetrieveApiArg = {
  token: string;
};
export type AccountsInvitationsAcceptApiResponse = /** status 200  */ Session;
export type AccountsInvitationsAcceptApiArg = {
  token: string;
  invitationAcceptRequest: InvitationAcceptRequest;
};
export type ActingBeginApiResponse = unknown;
export type ActingBeginApiArg = {
  actingInputRequest: ActingInputRequest;
};
export type ActingEndApiResponse = unknown;
export type ActingEndApiArg = void;
export type ActingClientsListApiResponse = /** status 200  */ PaginatedClientList;
export type ActingClientsListApiArg = {
  page?: number;
  pageSize?: number;
  /** a name */
  search?: string;
};
export type AnalyticsPlansListApiResponse = /** status 200  */ PaginatedPlanList;
export type AnalyticsPlansListApiArg = {
  page?: number;
  pageSize?: number;
  search?: string;
  status?: ("approved" | "cancelled" | "not_taken" | "pending")[];
};
export type AnalyticsPlansDraftApiResponse = /** status 201  */ PlanDetail;
export type AnalyticsPlansDraftApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  planDraftInputRequest: PlanDraftInputRequest;
};
export type AnalyticsPlansRetrieveApiResponse = /** status 200  */ PlanDetail;
export type AnalyticsPlansRetrieveApiArg = {
  id: number;
};
export type AnalyticsPlansResendApiResponse = /** status 200  */ PlanDetail;
export type AnalyticsPlansResendApiArg = {
  id: number;
};
export type AnalyticsPlansOptionsApiResponse = /** status 200  */ PlanOptions;
export type AnalyticsPlansOptionsApiArg = {
  search?: string;
};
export type CatalogFacetsRetrieveApiResponse = /** status 200  */ Facets;
export type CatalogFacetsRetrieveApiArg = {
  agreement?: number | null;
  group?: number;
  line?: number;
  search?: string;
};
export type CatalogProductsListApiResponse = /** status 200  */ CatalogPage;
export type CatalogProductsListApiArg = {
  agreement?: number | null;
  group?: number;
  line?: number;
  ordering?: "name" | "-name" | "article" | "-article";
  page?: number;
  pageSize?: number;
  search?: string;
};
export type CatalogProductsRetrieveApiResponse = /** status 200  */ ProductDetail;
export type CatalogProductsRetrieveApiArg = {
  agreement?: number | null;
  group?: number;
  id: number;
  line?: number;
  search?: string;
};
export type ChatListApiResponse = /** status 200  */ PaginatedChatList;
export type ChatListApiArg = {
  order?: string;
  page?: number;
  pageSize?: number;
  search?: string;
};
export type ChatOpenApiResponse = /** status 200  */ Chat;
export type ChatOpenApiArg = {
  chatOpenInputRequest: ChatOpenInputRequest;
};
export type ChatMessagesListApiResponse = /** status 200  */ PaginatedMessageList;
export type ChatMessagesListApiArg = {
  id: string;
  page?: number;
  pageSize?: number;
};
export type ChatMessagesWriteApiResponse = /** status 201  */ Message;
export type ChatMessagesWriteApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  id: string;
  messageInputRequest: MessageInputRequest;
};
export type ChatReadApiResponse = unknown;
export type ChatReadApiArg = {
  id: string;
};
export type ChatPartnersApiResponse = /** status 200  */ ChatPartners;
export type ChatPartnersApiArg = {
  search?: string;
};
export type ChatUnreadApiResponse = /** status 200  */ Unread;
export type ChatUnreadApiArg = void;
export type ClaimsListApiResponse = /** status 200  */ PaginatedClaimList;
export type ClaimsListApiArg = {
  kind?: ("assortment" | "delivery" | "documents" | "quality" | "quantity")[];
  order?: string;
  /** Ordering
    
     */
  ordering?: (
    "-number" | "-registered_at" | "-status" | "-subject" | "number" | "registered_at" | "status" | "subject"
  )[];
  page?: number;
  pageSize?: number;
  search?: string;
  status?: ("not_satisfied" | "not_taken" | "processing" | "registered" | "satisfied")[];
};
export type ClaimsRegisterApiResponse = /** status 201  */ ClaimDetail;
export type ClaimsRegisterApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  claimRegisterInputRequest: ClaimRegisterInputRequest;
};
export type ClaimsRetrieveApiResponse = /** status 200  */ ClaimDetail;
export type ClaimsRetrieveApiArg = {
  id: string;
};
export type ClaimsChangeApiResponse = /** status 200  */ ClaimDetail;
export type ClaimsChangeApiArg = {
  id: string;
  patchedClaimChangeInputRequest: PatchedClaimChangeInputRequest;
};
export type ClaimsResendApiResponse = /** status 200  */ ClaimDetail;
export type ClaimsResendApiArg = {
  id: string;
};
export type ClaimsOptionsApiResponse = /** status 200  */ ClaimOptions;
export type ClaimsOptionsApiArg = void;
export type ContentBannersListApiResponse = /** status 200  */ SiteBanner[];
export type ContentBannersListApiArg = {
  locale: "en" | "kk" | "ru";
};
export type ContentMenuListApiResponse = /** status 200  */ MenuLink[];
export type ContentMenuListApiArg = {
  locale: "en" | "kk" | "ru";
};
export type ContentNewsListApiResponse = /** status 200  */ NewsList;
export type ContentNewsListApiArg = {
  locale: "en" | "kk" | "ru";
  /** From 1 to 1000000. */
  page?: number;
  /** 20 unless said otherwise. */
  pageSize?: number;
  /** Words to find. */
  q?: string;
  /** Slug of a rubric. */
  rubric?: string;
  /** Slug of a tag. */
  tag?: string;
  year?: number;
};
export type ContentPageRetrieveApiResponse = /** status 200  */ ContentPage;
export type ContentPageRetrieveApiArg = {
  /** As of "/ru/news/x/". */
  path: string;
};
export type ContentSearchListApiResponse = /** status 200  */ SearchResults;
export type ContentSearchListApiArg = {
  locale: "en" | "kk" | "ru";
  /** From 1 to 1000000. */
  page?: number;
  /** 10 unless said otherwise. */
  pageSize?: number;
  /** From 2 to 100 letters. */
  q: string;
};
export type ContentSiteApiResponse = /** status 200  */ Site;
export type ContentSiteApiArg = {
  locale: "en" | "kk" | "ru";
};
export type NotificationsListApiResponse = /** status 200  */ PaginatedNotificationList;
export type NotificationsListApiArg = {
  page?: number;
  pageSize?: number;
  search?: string;
  unread?: boolean;
};
export type NotificationsReadApiResponse = /** status 200  */ UnreadNotifications;
export type NotificationsReadApiArg = {
  id: string;
};
export type NotificationsPreferencesApiResponse = /** status 200  */ Preferences;
export type NotificationsPreferencesApiArg = void;
export type NotificationsPreferencesSaveApiResponse = /** status 200  */ Preferences;
export type NotificationsPreferencesSaveApiArg = {
  preferencesRequest: PreferencesRequest;
};
export type NotificationsReadAllApiResponse = /** status 200  */ UnreadNotifications;
export type NotificationsReadAllApiArg = void;
export type NotificationsUnreadApiResponse = /** status 200  */ UnreadNotifications;
export type NotificationsUnreadApiArg = void;
export type OrderingOrdersListApiResponse = /** status 200  */ PaginatedOrderList;
export type OrderingOrdersListApiArg = {
  /** Ordering
    
     */
  ordering?: (
    | "-number"
    | "-placed_at"
    | "-requested_date"
    | "-status"
    | "-total"
    | "number"
    | "placed_at"
    | "requested_date"
    | "status"
    | "total"
  )[];
  page?: number;
  pageSize?: number;
  placedFrom?: string;
  placedTo?: string;
  search?: string;
  status?: (
    | "accepted"
    | "awaiting_payment"
    | "cancelled"
    | "closed"
    | "placed"
    | "provisioning"
    | "ready"
    | "rejected"
    | "shipping"
  )[];
};
export type OrderingOrdersCreateApiResponse = /** status 201  */ OrderDetail;
export type OrderingOrdersCreateApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  orderPlaceInputRequest: OrderPlaceInputRequest;
};
export type OrderingOrdersRetrieveApiResponse = /** status 200  */ OrderDetail;
export type OrderingOrdersRetrieveApiArg = {
  id: string;
};
export type OrderingOrdersResendApiResponse = /** status 200  */ OrderDetail;
export type OrderingOrdersResendApiArg = {
  id: string;
};
export type OrderingOrdersCheckApiResponse = /** status 200  */ OrderCheck;
export type OrderingOrdersCheckApiArg = {
  orderCheckInputRequest: OrderCheckInputRequest;
};
export type OrderingOrdersExportApiResponse = /** status 200  */ Blob;
export type OrderingOrdersExportApiArg = void;
export type PartnersAddressesListApiResponse = /** status 200  */ AddressPage;
export type PartnersAddressesListApiArg = {
  consignee?: string;
  page?: number;
  pageSize?: number;
  partner?: number;
  /** Words, each of which is found somewhere. */
  search?: string;
  state?: "confirmed" | "proposed" | "rejected";
};
export type PartnersAddressesProposeApiResponse = /** status 201  */ Address;
export type PartnersAddressesProposeApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  addressProposeInputRequest: AddressProposeInputRequest;
};
export type PartnersAddressesRetrieveApiResponse = /** status 200  */ Address;
export type PartnersAddressesRetrieveApiArg = {
  id: string;
};
export type PartnersAddressesChangeApiResponse = /** status 200  */ Address;
export type PartnersAddressesChangeApiArg = {
  id: string;
  patchedAddressChangeInputRequest: PatchedAddressChangeInputRequest;
};
export type PartnersAddressesResendApiResponse = /** status 200  */ Address;
export type PartnersAddressesResendApiArg = {
  id: string;
};
export type PartnersAddressesWithdrawApiResponse = unknown;
export type PartnersAddressesWithdrawApiArg = {
  id: string;
  versionInputRequest: VersionInputRequest;
};
export type PartnersAgreementsListApiResponse = /** status 200  */ PaginatedAgreementList;
export type PartnersAgreementsListApiArg = {
  page?: number;
  pageSize?: number;
  search?: string;
};
export type PartnersApplicationsSendApiResponse = /** status 202  */ ApplicationReceived;
export type PartnersApplicationsSendApiArg = {
  applicationInputRequest: ApplicationInputRequest;
};
export type PartnersApplicationsFormApiResponse = /** status 200  */ ApplicationForm;
export type PartnersApplicationsFormApiArg = void;
export type PartnersConsigneesListApiResponse = /** status 200  */ ConsigneePage;
export type PartnersConsigneesListApiArg = {
  page?: number;
  pageSize?: number;
  partner?: number;
  /** Words, each of which is found somewhere. */
  search?: string;
};
export type PartnersConsigneesProposeApiResponse = /** status 201  */ Consignee;
export type PartnersConsigneesProposeApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  consigneeProposeInputRequest: ConsigneeProposeInputRequest;
};
export type PartnersConsigneesRetrieveApiResponse = /** status 200  */ Consignee;
export type PartnersConsigneesRetrieveApiArg = {
  id: string;
};
export type PartnersConsigneesChangeApiResponse = /** status 200  */ Consignee;
export type PartnersConsigneesChangeApiArg = {
  id: string;
  patchedConsigneeChangeInputRequest: PatchedConsigneeChangeInputRequest;
};
export type PartnersConsigneesResendApiResponse = /** status 200  */ Consignee;
export type PartnersConsigneesResendApiArg = {
  id: string;
};
export type PartnersConsigneesOptionsApiResponse = /** status 200  */ ConsigneeOptions;
export type PartnersConsigneesOptionsApiArg = void;
export type PartnersContactsListApiResponse = /** status 200  */ ContactPage;
export type PartnersContactsListApiArg = {
  page?: number;
  pageSize?: number;
  partner?: number;
  /** Words, each of which is found somewhere. */
  search?: string;
};
export type PartnersContactsAddApiResponse = /** status 201  */ Contact;
export type PartnersContactsAddApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  contactAddInputRequest: ContactAddInputRequest;
};
export type PartnersContactsRetrieveApiResponse = /** status 200  */ Contact;
export type PartnersContactsRetrieveApiArg = {
  id: string;
};
export type PartnersContactsChangeApiResponse = /** status 200  */ Contact;
export type PartnersContactsChangeApiArg = {
  id: string;
  patchedContactChangeInputRequest: PatchedContactChangeInputRequest;
};
export type PartnersContactsRemoveApiResponse = unknown;
export type PartnersContactsRemoveApiArg = {
  id: string;
  versionInputRequest: VersionInputRequest;
};
export type PartnersContactsResendApiResponse = /** status 200  */ Contact;
export type PartnersContactsResendApiArg = {
  id: string;
};
export type PartnersLimitsListApiResponse = /** status 200  */ LimitPage;
export type PartnersLimitsListApiArg = {
  page?: number;
  pageSize?: number;
};
export type PartnersManagersListApiResponse = /** status 200  */ ManagerPage;
export type PartnersManagersListApiArg = {
  page?: number;
  pageSize?: number;
};
export type PartnersStaffListApiResponse = /** status 200  */ StaffPage;
export type PartnersStaffListApiArg = {
  page?: number;
  pageSize?: number;
  /** Part of a name or of an address. */
  search?: string;
  state?: "active" | "blocked" | "expired" | "invited";
};
export type PartnersStaffInviteApiResponse = /** status 201  */ Staff;
export type PartnersStaffInviteApiArg = {
  /** Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again. */
  "Idempotency-Key": string;
  staffInviteInputRequest: StaffInviteInputRequest;
};
export type PartnersStaffRetrieveApiResponse = /** status 200  */ Staff;
export type PartnersStaffRetrieveApiArg = {
  id: number;
};
export type PartnersStaffChangeApiResponse = /** status 200  */ Staff;
export type PartnersStaffChangeApiArg = {
  id: number;
  patchedStaffChangeInputRequest: PatchedStaffChangeInputRequest;
};
export type PartnersStaffBlockApiResponse = /** status 200  */ Staff;
export type PartnersStaffBlockApiArg = {
  id: number;
};
export type PartnersStaffInviteAgainApiResponse = /** status 200  */ Staff;
export type PartnersStaffInviteAgainApiArg = {
  id: number;
};
export type PartnersStaffLeaveApiResponse = /** status 200  */ Staff;
export type PartnersStaffLeaveApiArg = {
  id: number;
  staffLeaveInputRequest: StaffLeaveInputRequest;
};
export type PartnersStaffRevokeApiResponse = unknown;
export type PartnersStaffRevokeApiArg = {
  id: number;
};
export type PartnersStaffUnblockApiResponse = /** status 200  */ Staff;
export type PartnersStaffUnblockApiArg = {
  id: number;
};
export type PartnersStaffOptionsApiResponse = /** status 200  */ StaffOptions;
export type PartnersStaffOptionsApiArg = void;
export type PasswordRulesRetrieveApiResponse = /** status 200  */ PasswordRules;
export type PasswordRulesRetrieveApiArg = void;
export type SessionRetrieveApiResponse = /** status 200  */ Session;
export type SessionRetrieveApiArg = void;
export type SessionPartialUpdateApiResponse = /** status 200  */ Session;
export type SessionPartialUpdateApiArg = {
  patchedSessionChangeRequest: PatchedSessionChangeRequest;
};
export type LanguageEnum = "ru" | "en" | "kk";
export type Role = {
  code: string;
  name: string;
};
export type Invitation = {
  email: string;
  first_name: string;
  last_name: string;
  language: LanguageEnum;
  organisation: string;
  /** Name of the person; empty when the portal itself invites. */
  invited_by: string;
  roles: Role[];
  expires_at: string;
};
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  /** Dotted path of a field, e.g. lines.0.quantity, to its messages. */
  errors?: {
    [key: string]: string[];
  };
};
export type SideEnum = "public" | "client" | "carrier" | "staff";
export type SecondFactorEnum = "on" | "off" | "missing";
export type User = {
  id: number;
  email: string;
  name: string;
  language: LanguageEnum;
  roles: Role[];
  side: SideEnum;
  second_factor: SecondFactorEnum;
  second_factor_required: boolean;
};
export type Acting = {
  name: string;
  email: string;
  until: string;
};
export type MenuEntry = {
  code: string;
  title: string;
  path: string;
  icon: string;
};
export type Session = {
  user: User | null;
  acting: Acting | null;
  permissions: {
    [key: string]: "own" | "team" | "granted" | "all";
  };
  modules: string[];
  menu: MenuEntry[];
  events_url: string;
  demo: boolean;
};
export type InvitationAcceptRequest = {
  first_name: string;
  last_name: string;
  language: LanguageEnum;
  password: string;
};
export type ActingInputRequest = {
  user: number;
};
export type Client = {
  id: number;
  name: string;
  email: string;
  roles: string[];
  access: string[];
  last_login: string | null;
};
export type PaginatedClientList = {
  count: number;
  page: number;
  page_size: number;
  results: Client[];
};
export type Ref = {
  id: number;
  name: string;
};
export type ExchangeStateEnum = "waiting" | "sent" | "accepted" | "rejected" | "parked";
export type Exchange = {
  state: ExchangeStateEnum;
  since: string | null;
  attempts: number;
  message: string;
};
export type Plan = {
  id: number;
  number: string;
  date: string | null;
  period_start: string;
  period_end: string;
  partner: Ref | null;
  status: string;
  status_label: string;
  author: string | null;
  comment: string;
  reason: string;
  line_count: number;
  exchange: Exchange | null;
};
export type PaginatedPlanList = {
  count: number;
  page: number;
  page_size: number;
  results: Plan[];
};
export type PlanLine = {
  product: string;
  article: string;
  unit: string;
  quantity: string;
  amount: string;
};
export type PlanDetail = {
  id: number;
  number: string;
  date: string | null;
  period_start: string;
  period_end: string;
  partner: Ref | null;
  status: string;
  status_label: string;
  author: string | null;
  comment: string;
  reason: string;
  line_count: number;
  exchange: Exchange | null;
  lines: PlanLine[];
};
export type PlanLineInputRequest = {
  product: number;
  quantity: string;
  amount?: string;
};
export type PlanDraftInputRequest = {
  partner: number;
  period_start: string;
  period_end: string;
  comment?: string;
  lines: PlanLineInputRequest[];
};
export type PlanProduct = {
  id: number;
  name: string;
  article: string;
  unit?: string;
};
export type PlanOptions = {
  partners: Ref[];
  products: PlanProduct[];
};
export type Facet = {
  id: number;
  name: string;
  count: number;
};
export type Facets = {
  groups: Facet[];
  lines: Facet[];
};
export type CatalogAgreement = {
  id: number;
  name: string;
  number: string;
  currency: string | null;
};
export type Money = {
  amount: string;
  currency: string | null;
};
export type Offer = {
  id: number | null;
  name: string;
  factor: string;
  weight: string | null;
  price: Money | null;
};
export type Stock = {
  available: string;
  unit: string;
  at: string | null;
};
export type Product = {
  id: number;
  article: string;
  name: string;
  group: Ref | null;
  line: Ref | null;
  unit: string;
  packagings: Offer[];
  stock: Stock;
};
export type CatalogPage = {
  count: number;
  page: number;
  page_size: number;
  agreement: CatalogAgreement | null;
  prices_at: string | null;
  stock_at: string | null;
  results: Product[];
};
export type WarehouseStock = {
  warehouse: string;
  available: string;
  at: string | null;
};
export type ProductDetail = {
  id: number;
  article: string;
  name: string;
  group: Ref | null;
  line: Ref | null;
  unit: string;
  packagings: Offer[];
  stock: Stock;
  full_name: string;
  description: string;
  vat_rate: string | null;
  warehouses: WarehouseStock[];
};
export type Chat = {
  id: string;
  partner: Ref;
  order: string | null;
  order_number: string | null;
  last_at: string;
  last_text: string | null;
  last_author: string | null;
  unread: number;
};
export type PaginatedChatList = {
  count: number;
  page: number;
  page_size: number;
  results: Chat[];
};
export type ChatOpenInputRequest = {
  partner?: number;
  order?: string;
};
export type Message = {
  id: string;
  mine: boolean;
  side: string;
  author: string;
  text: string;
  sent_at: string;
  exchange: Exchange | null;
};
export type PaginatedMessageList = {
  count: number;
  page: number;
  page_size: number;
  results: Message[];
};
export type MessageInputRequest = {
  text: string;
};
export type ChatPartners = {
  partners: Ref[];
};
export type Unread = {
  unread: number;
};
export type ContractRef = {
  id: number;
  name: string;
  number: string;
  date: string | null;
};
export type ClaimOrder = {
  id: string;
  number: string;
  onec_number: string;
};
export type Claim = {
  id: string;
  number: string;
  kind: string;
  kind_label: string;
  subject: string;
  status: string;
  status_label: string;
  exchange: Exchange | null;
  partner: Ref;
  contract: ContractRef | null;
  order: ClaimOrder | null;
  author: string | null;
  registered_at: string;
  version: number;
};
export type PaginatedClaimList = {
  count: number;
  page: number;
  page_size: number;
  results: Claim[];
};
export type ClaimMove = {
  at: string;
  was: string;
  became: string;
  label: string;
  /** Who did it; null for 1C. */
  by: string | null;
  note: string;
};
export type ClaimDetail = {
  id: string;
  number: string;
  kind: string;
  kind_label: string;
  subject: string;
  status: string;
  status_label: string;
  exchange: Exchange | null;
  partner: Ref;
  contract: ContractRef | null;
  order: ClaimOrder | null;
  author: string | null;
  registered_at: string;
  version: number;
  counterparty: Ref | null;
  text: string;
  answer: string;
  reason: string;
  /** Nobody works on it yet, so its author may correct it. */
  changeable: boolean;
  history: ClaimMove[];
};
export type KindEnum = "quantity" | "quality" | "assortment" | "delivery" | "documents";
export type ClaimRegisterInputRequest = {
  kind: KindEnum;
  subject: string;
  text: string;
  order?: string | null;
  contract?: number | null;
  partner?: number | null;
};
export type PatchedClaimChangeInputRequest = {
  kind?: KindEnum;
  subject?: string;
  text?: string;
  version?: number;
};
export type ClaimContract = {
  id: number;
  name: string;
  number: string;
  date: string | null;
  partner: Ref;
};
export type ClaimOptions = {
  partners: Ref[];
  contracts: ClaimContract[];
};
export type SiteBannerToneEnum = "info" | "warning" | "urgent";
export type MenuLink = {
  title: string;
  path: string;
};
export type SiteBanner = {
  id: number;
  version: string;
  tone: SiteBannerToneEnum;
  language: string;
  /** HTML of a few safe tags. */
  text: string;
  link: MenuLink | null;
};
export type ImageSource = {
  /** As of "image/avif". */
  type: string;
  srcset: string;
};
export type Image = {
  src: string;
  alt: string;
  width: number;
  height: number;
  srcset: string;
  sources: ImageSource[];
};
export type Topic = {
  slug: string;
  name: string;
};
export type NewsItem = {
  title: string;
  path: string;
  date: string;
  intro: string;
  image: Image | null;
  rubric: Topic | null;
  pinned: boolean;
};
export type NewsList = {
  count: number;
  page: number;
  page_size: number;
  results: NewsItem[];
};
export type ShareImage = {
  src: string;
  alt: string;
  width: number;
  height: number;
};
export type Seo = {
  title: string;
  description: string;
  canonical: string;
  image: ShareImage | null;
};
export type PageTranslation = {
  locale: string;
  path: string;
};
export type Breadcrumb = {
  title: string;
  path: string;
};
export type HeadingBlockTypeEnum = "heading";
export type HeadingBlock = {
  value: string;
  type: HeadingBlockTypeEnum;
  id: string;
};
export type ParagraphBlockTypeEnum = "paragraph";
export type ParagraphBlock = {
  /** HTML of a few safe tags. */
  value: string;
  type: ParagraphBlockTypeEnum;
  id: string;
};
export type CaptionedImage = {
  src: string;
  alt: string;
  width: number;
  height: number;
  srcset: string;
  sources: ImageSource[];
  caption: string;
};
export type ImageBlockTypeEnum = "image";
export type ImageBlock = {
  value: CaptionedImage;
  type: ImageBlockTypeEnum;
  id: string;
};
export type Quote = {
  text: string;
  author: string;
};
export type QuoteBlockTypeEnum = "quote";
export type QuoteBlock = {
  value: Quote;
  type: QuoteBlockTypeEnum;
  id: string;
};
export type GalleryBlockTypeEnum = "gallery";
export type GalleryBlock = {
  value: CaptionedImage[];
  type: GalleryBlockTypeEnum;
  id: string;
};
export type Table = {
  caption: string;
  head: string[];
  rows: string[][];
};
export type TableBlockTypeEnum = "table";
export type TableBlock = {
  value: Table;
  type: TableBlockTypeEnum;
  id: string;
};
export type NoteToneEnum = "info" | "success" | "warning";
export type Note = {
  tone: NoteToneEnum;
  title: string;
  /** HTML of a few safe tags. */
  text: string;
};
export type NoteBlockTypeEnum = "note";
export type NoteBlock = {
  value: Note;
  type: NoteBlockTypeEnum;
  id: string;
};
export type Question = {
  question: string;
  /** HTML of a few safe tags. */
  answer: string;
};
export type QuestionsBlockTypeEnum = "questions";
export type QuestionsBlock = {
  value: Question[];
  type: QuestionsBlockTypeEnum;
  id: string;
};
export type Step = {
  title: string;
  /** HTML of a few safe tags. */
  text: string;
};
export type StepsBlockTypeEnum = "steps";
export type StepsBlock = {
  value: Step[];
  type: StepsBlockTypeEnum;
  id: string;
};
export type File = {
  title: string;
  url: string;
  size: number | null;
  extension: string;
};
export type FileBlockTypeEnum = "file";
export type FileBlock = {
  value: File;
  type: FileBlockTypeEnum;
  id: string;
};
export type ProviderEnum = "youtube" | "vimeo" | "rutube";
export type Video = {
  provider: ProviderEnum;
  id: string;
  title: string;
};
export type VideoBlockTypeEnum = "video";
export type VideoBlock = {
  value: Video;
  type: VideoBlockTypeEnum;
  id: string;
};
export type Link = {
  title: string;
  url: string;
};
export type LinksBlockTypeEnum = "links";
export type LinksBlock = {
  value: Link[];
  type: LinksBlockTypeEnum;
  id: string;
};
export type Block =
  | ({
      type: "heading";
    } & HeadingBlock)
  | ({
      type: "paragraph";
    } & ParagraphBlock)
  | ({
      type: "image";
    } & ImageBlock)
  | ({
      type: "quote";
    } & QuoteBlock)
  | ({
      type: "gallery";
    } & GalleryBlock)
  | ({
      type: "table";
    } & TableBlock)
  | ({
      type: "note";
    } & NoteBlock)
  | ({
      type: "questions";
    } & QuestionsBlock)
  | ({
      type: "steps";
    } & StepsBlock)
  | ({
      type: "file";
    } & FileBlock)
  | ({
      type: "video";
    } & VideoBlock)
  | ({
      type: "links";
    } & LinksBlock);
export type HomePageTypeEnum = "content.HomePage";
export type HomePage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  type: HomePageTypeEnum;
};
export type Card = {
  title: string;
  path: string;
  intro: string;
};
export type SectionPageTypeEnum = "content.SectionPage";
export type SectionPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  children: Card[];
  type: SectionPageTypeEnum;
};
export type StandardPageTypeEnum = "content.StandardPage";
export type StandardPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  type: StandardPageTypeEnum;
};
export type NewsRubric = {
  slug: string;
  name: string;
  count: number;
};
export type NewsElsewhere = {
  locale: string;
  count: number;
};
export type NewsIndexPageTypeEnum = "content.NewsIndexPage";
export type NewsIndexPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  rubrics: NewsRubric[];
  years: number[];
  elsewhere: NewsElsewhere[];
  type: NewsIndexPageTypeEnum;
};
export type NewsPageTypeEnum = "content.NewsPage";
export type NewsPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  author: string;
  rubric: Topic | null;
  tags: Topic[];
  gallery: CaptionedImage[];
  related: NewsItem[];
  type: NewsPageTypeEnum;
};
export type QuestionGroup = {
  title: string;
  questions: Question[];
};
export type FaqPageTypeEnum = "content.FaqPage";
export type FaqPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  groups: QuestionGroup[];
  type: FaqPageTypeEnum;
};
export type LibraryDocument = {
  title: string;
  url: string;
  size: number | null;
  extension: string;
  language: string | null;
  issued_on: string | null;
};
export type DocumentGroup = {
  title: string;
  documents: LibraryDocument[];
};
export type DocumentLibraryPageTypeEnum = "content.DocumentLibraryPage";
export type DocumentLibraryPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  groups: DocumentGroup[];
  type: DocumentLibraryPageTypeEnum;
};
export type Office = {
  country: string;
  country_name: string;
  title: string;
  address: string;
  phones: string[];
  mails: string[];
  hours: string;
  map: string;
};
export type ContactsPageTypeEnum = "content.ContactsPage";
export type ContactsPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  offices: Office[];
  type: ContactsPageTypeEnum;
};
export type ApplicationPageTypeEnum = "partners.ApplicationPage";
export type ApplicationPage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  type: ApplicationPageTypeEnum;
};
export type LineProduct = {
  name: string;
  article: string;
  group: string;
  packagings: string[];
};
export type ProductLinePageTypeEnum = "catalog.ProductLinePage";
export type ProductLinePage = {
  title: string;
  locale: string;
  path: string;
  translated: boolean;
  seo: Seo;
  translations: PageTranslation[];
  breadcrumbs: Breadcrumb[];
  updated: string | null;
  date: string | null;
  intro: string;
  image: Image | null;
  body: Block[];
  line: number | null;
  products: LineProduct[];
  more: boolean;
  type: ProductLinePageTypeEnum;
};
export type PageMovedTypeEnum = "redirect";
export type PageMoved = {
  type: PageMovedTypeEnum;
  path: string;
  to: string;
  permanent: boolean;
};
export type ContentPage =
  | ({
      type: "content.HomePage";
    } & HomePage)
  | ({
      type: "content.SectionPage";
    } & SectionPage)
  | ({
      type: "content.StandardPage";
    } & StandardPage)
  | ({
      type: "content.NewsIndexPage";
    } & NewsIndexPage)
  | ({
      type: "content.NewsPage";
    } & NewsPage)
  | ({
      type: "content.FaqPage";
    } & FaqPage)
  | ({
      type: "content.DocumentLibraryPage";
    } & DocumentLibraryPage)
  | ({
      type: "content.ContactsPage";
    } & ContactsPage)
  | ({
      type: "partners.ApplicationPage";
    } & ApplicationPage)
  | ({
      type: "catalog.ProductLinePage";
    } & ProductLinePage)
  | ({
      type: "redirect";
    } & PageMoved);
export type TextPart = {
  text: string;
  match: boolean;
};
export type SearchResult = {
  type: string;
  path: string;
  date: string | null;
  title: TextPart[];
  excerpt: TextPart[];
};
export type SearchResults = {
  count: number;
  page: number;
  page_size: number;
  results: SearchResult[];
};
export type SiteMenuEntry = {
  title: string;
  path: string;
  children: MenuLink[];
};
export type FooterColumn = {
  title: string;
  links: MenuLink[];
};
export type SiteMenus = {
  header: SiteMenuEntry[];
  footer: FooterColumn[];
};
export type SiteContacts = {
  phone: string;
  email: string;
  address: string;
  hours: string;
};
export type SocialPage = {
  network: string;
  url: string;
};
export type Site = {
  locale: string;
  language: string;
  name: string;
  tagline: string;
  menus: SiteMenus;
  contacts: SiteContacts;
  social: SocialPage[];
  legal: string;
  banners: SiteBanner[];
};
export type Notification = {
  id: string;
  kind: string;
  kind_label: string;
  subject: string;
  text: string;
  path: string;
  created_at: string;
  read_at: string | null;
};
export type PaginatedNotificationList = {
  count: number;
  page: number;
  page_size: number;
  results: Notification[];
};
export type UnreadNotifications = {
  unread: number;
};
export type Preferences = {
  by_mail: boolean;
};
export type PreferencesRequest = {
  by_mail: boolean;
};
export type StatusEnum =
  | "placed"
  | "accepted"
  | "provisioning"
  | "ready"
  | "shipping"
  | "awaiting_payment"
  | "closed"
  | "rejected"
  | "cancelled";
export type Order = {
  id: string;
  number: string;
  status: StatusEnum;
  status_label: string;
  exchange: Exchange | null;
  onec_number?: string;
  partner: Ref;
  counterparty: Ref | null;
  contract: ContractRef | null;
  agreement: Ref;
  currency: string;
  total: string;
  requested_date?: string | null;
  client_reference?: string;
  comment?: string;
  placed_at: string;
  author: string;
  reason?: string;
  version?: number;
};
export type PaginatedOrderList = {
  count: number;
  page: number;
  page_size: number;
  results: Order[];
};
export type OrderPlace = {
  id: string;
  line: string;
  consignee: string;
};
export type OrderLine = {
  position: number;
  product: number;
  packaging: number | null;
  name: string;
  article: string;
  /** The packaging's name, or the base unit's. */
  unit: string;
  quantity: string;
  price: string;
  amount: string;
  available: string | null;
  available_at: string | null;
  available_live: boolean;
};
export type History = {
  at: string;
  was: string;
  became: string;
  label: string;
  /** Who moved the order; null for 1C. */
  by: string | null;
  note: string;
};
export type OrderDetail = {
  id: string;
  number: string;
  status: StatusEnum;
  status_label: string;
  exchange: Exchange | null;
  onec_number?: string;
  partner: Ref;
  counterparty: Ref | null;
  contract: ContractRef | null;
  agreement: Ref;
  currency: string;
  total: string;
  requested_date?: string | null;
  client_reference?: string;
  comment?: string;
  placed_at: string;
  author: string;
  reason?: string;
  version?: number;
  delivery_address: OrderPlace | null;
  lines: OrderLine[];
  history: History[];
};
export type LineInputRequest = {
  product: number;
  packaging?: number | null;
  quantity: string;
};
export type OrderPlaceInputRequest = {
  agreement: number;
  lines: LineInputRequest[];
  /** A confirmed address of the client's, by its id. */
  delivery_address?: string | null;
  requested_date?: string | null;
  client_reference?: string;
  comment?: string;
  expected_total?: string | null;
};
export type KnownLimit = {
  limit: string;
  debt: string;
  overdue: string;
  available: string;
  currency: string;
  as_of: string | null;
  is_live: boolean;
};
export type CheckedLine = {
  product: number;
  packaging: number | null;
  name: string;
  article: string;
  unit: string;
  quantity: string;
  price: string;
  amount: string;
  available: string;
  available_at: string | null;
  available_live: boolean;
};
export type Warning = {
  line: number | null;
  code: string;
  message: string;
};
export type OrderCheck = {
  currency: string | null;
  limit: KnownLimit | null;
  total: string;
  lines: CheckedLine[];
  warnings: Warning[];
};
export type OrderCheckInputRequest = {
  agreement: number;
  lines: LineInputRequest[];
};
export type PlaceRef = {
  id: string;
  name: string;
};
export type AddressStateEnum = "proposed" | "confirmed" | "rejected";
export type Address = {
  id: string;
  partner: Ref;
  version: string;
  changed_at: string | null;
  changed_by?: string | null;
  exchange: Exchange | null;
  may_change: boolean;
  consignee: PlaceRef;
  country: string;
  postcode?: string;
  city?: string;
  address: string;
  line: string;
  working_hours?: string;
  comment?: string;
  state: AddressStateEnum;
  reason?: string;
};
export type AddressPage = {
  count: number;
  page: number;
  page_size: number;
  results: Address[];
};
export type CountryEnum = "KZ" | "KG" | "TJ" | "CN" | "UZ" | "MN" | "TM" | "RU";
export type AddressProposeInputRequest = {
  country: CountryEnum;
  postcode?: string;
  city: string;
  address: string;
  working_hours?: string;
  comment?: string;
  consignee: string;
};
export type PatchedAddressChangeInputRequest = {
  country?: CountryEnum;
  postcode?: string;
  city?: string;
  address?: string;
  working_hours?: string;
  comment?: string;
  version?: string;
};
export type VersionInputRequest = {
  version: string;
};
export type Agreement = {
  id: number;
  number?: string;
  name: string;
  partner: Ref | null;
  counterparty: Ref | null;
  contract: ContractRef | null;
  currency?: string | null;
  with_vat?: boolean;
  valid_until?: string | null;
};
export type PaginatedAgreementList = {
  count: number;
  page: number;
  page_size: number;
  results: Agreement[];
};
export type ApplicationReceived = {
  received: boolean;
};
export type ApplicationInputRequest = {
  form: string;
  company: string;
  country: CountryEnum;
  tax_id: string;
  first_name: string;
  last_name: string;
  email: string;
  phone: string;
  message?: string;
  language: LanguageEnum;
  /** Of the text agreed to. */
  consent_version: string;
  /** Stays empty: people do not see it. */
  website?: string;
};
export type ApplicationCountry = {
  code: string;
  name: string;
  tax_id_hint: string;
};
export type ApplicationForm = {
  form: string;
  countries: ApplicationCountry[];
  consent_version: string;
  consent_text: string;
};
export type BlankEnum = "";
export type Consignee = {
  id: string;
  partner: Ref;
  version: string;
  changed_at: string | null;
  changed_by?: string | null;
  exchange: Exchange | null;
  may_change: boolean;
  counterparty: Ref | null;
  name: string;
  country?: CountryEnum | BlankEnum;
  tax_id?: string;
  contact_person?: string;
  phone?: string;
};
export type ConsigneePage = {
  count: number;
  page: number;
  page_size: number;
  results: Consignee[];
};
export type ConsigneeProposeInputRequest = {
  counterparty?: number | null;
  name: string;
  country?: CountryEnum | BlankEnum;
  tax_id?: string;
  contact_person?: string;
  phone?: string;
  partner: number;
};
export type PatchedConsigneeChangeInputRequest = {
  counterparty?: number | null;
  name?: string;
  country?: CountryEnum | BlankEnum;
  tax_id?: string;
  contact_person?: string;
  phone?: string;
  version?: string;
};
export type ConsigneeClient = {
  id: number;
  name: string;
  counterparties: Ref[];
};
export type ConsigneeCountry = {
  code: string;
  name: string;
  tax_hint: string;
};
export type ConsigneeOptions = {
  partners: ConsigneeClient[];
  countries: ConsigneeCountry[];
};
export type Contact = {
  id: string;
  partner: Ref;
  version: string;
  changed_at: string | null;
  changed_by?: string | null;
  exchange: Exchange | null;
  may_change: boolean;
  name: string;
  position?: string;
  email?: string;
  phone?: string;
};
export type ContactPage = {
  count: number;
  page: number;
  page_size: number;
  results: Contact[];
};
export type ContactAddInputRequest = {
  name: string;
  position?: string;
  email?: string;
  phone?: string;
  partner: number;
};
export type PatchedContactChangeInputRequest = {
  name?: string;
  position?: string;
  email?: string;
  phone?: string;
  version?: string;
};
export type Limit = {
  partner: Ref | null;
  contract: ContractRef;
  currency: string;
  limit: string;
  debt: string;
  overdue: string;
  available: string;
  calculated_at?: string | null;
  checked_at: string | null;
};
export type LimitPage = {
  count: number;
  page: number;
  page_size: number;
  results: Limit[];
};
export type Manager = {
  id: number;
  name: string;
  email?: string;
  phone?: string;
  clients: Ref[];
};
export type ManagerPage = {
  count: number;
  page: number;
  page_size: number;
  results: Manager[];
};
export type StaffStateEnum = "active" | "invited" | "expired" | "blocked";
export type StaffPlace = {
  partner: Ref;
  contracts: Ref[];
  product_lines: Ref[];
};
export type StaffInvitation = {
  sent_at: string;
  expires_at: string;
};
export type Staff = {
  id: number;
  email: string;
  name: string;
  first_name: string;
  last_name: string;
  roles: Role[];
  state: StaffStateEnum;
  places: StaffPlace[];
  last_login: string | null;
  invitation: StaffInvitation | null;
  is_me: boolean;
  may_change: boolean;
  version: number;
};
export type StaffPage = {
  count: number;
  page: number;
  page_size: number;
  results: Staff[];
};
export type StaffLimitsInputRequest = {
  partner: number;
  contracts?: number[];
  product_lines?: number[];
};
export type StaffInviteInputRequest = {
  email: string;
  first_name: string;
  last_name: string;
  language: LanguageEnum;
  role: string;
  limits: StaffLimitsInputRequest;
};
export type PatchedStaffChangeInputRequest = {
  version?: number;
  role?: string;
  limits?: StaffLimitsInputRequest;
};
export type StaffLeaveInputRequest = {
  /** A colleague, or the caller. */
  successor: number;
};
export type StaffClient = {
  id: number;
  name: string;
  contracts: ContractRef[];
};
export type StaffOptions = {
  roles: Role[];
  partners: StaffClient[];
  product_lines: Ref[];
};
export type PasswordRules = {
  rules: string[];
};
export type PatchedSessionChangeRequest = {
  language?: LanguageEnum;
};
export const {
  useAccountsInvitationsRetrieveQuery,
  useLazyAccountsInvitationsRetrieveQuery,
  useAccountsInvitationsAcceptMutation,
  useActingBeginMutation,
  useActingEndMutation,
  useActingClientsListQuery,
  useLazyActingClientsListQuery,
  useAnalyticsPlansListQuery,
  useLazyAnalyticsPlansListQuery,
  useAnalyticsPlansDraftMutation,
  useAnalyticsPlansRetrieveQuery,
  useLazyAnalyticsPlansRetrieveQuery,
  useAnalyticsPlansResendMutation,
  useAnalyticsPlansOptionsQuery,
  useLazyAnalyticsPlansOptionsQuery,
  useCatalogFacetsRetrieveQuery,
  useLazyCatalogFacetsRetrieveQuery,
  useCatalogProductsListQuery,
  useLazyCatalogProductsListQuery,
  useCatalogProductsRetrieveQuery,
  useLazyCatalogProductsRetrieveQuery,
  useChatListQuery,
  useLazyChatListQuery,
  useChatOpenMutation,
  useChatMessagesListQuery,
  useLazyChatMessagesListQuery,
  useChatMessagesWriteMutation,
  useChatReadMutation,
  useChatPartnersQuery,
  useLazyChatPartnersQuery,
  useChatUnreadQuery,
  useLazyChatUnreadQuery,
  useClaimsListQuery,
  useLazyClaimsListQuery,
  useClaimsRegisterMutation,
  useClaimsRetrieveQuery,
  useLazyClaimsRetrieveQuery,
  useClaimsChangeMutation,
  useClaimsResendMutation,
  useClaimsOptionsQuery,
  useLazyClaimsOptionsQuery,
  useContentBannersListQuery,
  useLazyContentBannersListQuery,
  useContentMenuListQuery,
  useLazyContentMenuListQuery,
  useContentNewsListQuery,
  useLazyContentNewsListQuery,
  useContentPageRetrieveQuery,
  useLazyContentPageRetrieveQuery,
  useContentSearchListQuery,
  useLazyContentSearchListQuery,
  useContentSiteQuery,
  useLazyContentSiteQuery,
  useNotificationsListQuery,
  useLazyNotificationsListQuery,
  useNotificationsReadMutation,
  useNotificationsPreferencesQuery,
  useLazyNotificationsPreferencesQuery,
  useNotificationsPreferencesSaveMutation,
  useNotificationsReadAllMutation,
  useNotificationsUnreadQuery,
  useLazyNotificationsUnreadQuery,
  useOrderingOrdersListQuery,
  useLazyOrderingOrdersListQuery,
  useOrderingOrdersCreateMutation,
  useOrderingOrdersRetrieveQuery,
  useLazyOrderingOrdersRetrieveQuery,
  useOrderingOrdersResendMutation,
  useOrderingOrdersCheckMutation,
  useOrderingOrdersExportQuery,
  useLazyOrderingOrdersExportQuery,
  usePartnersAddressesListQuery,
  useLazyPartnersAddressesListQuery,
  usePartnersAddressesProposeMutation,
  usePartnersAddressesRetrieveQuery,
  useLazyPartnersAddressesRetrieveQuery,
  usePartnersAddressesChangeMutation,
  usePartnersAddressesResendMutation,
  usePartnersAddressesWithdrawMutation,
  usePartnersAgreementsListQuery,
  useLazyPartnersAgreementsListQuery,
  usePartnersApplicationsSendMutation,
  usePartnersApplicationsFormQuery,
  useLazyPartnersApplicationsFormQuery,
  usePartnersConsigneesListQuery,
  useLazyPartnersConsigneesListQuery,
  usePartnersConsigneesProposeMutation,
  usePartnersConsigneesRetrieveQuery,
  useLazyPartnersConsigneesRetrieveQuery,
  usePartnersConsigneesChangeMutation,
  usePartnersConsigneesResendMutation,
  usePartnersConsigneesOptionsQuery,
  useLazyPartnersConsigneesOptionsQuery,
  usePartnersContactsListQuery,
  useLazyPartnersContactsListQuery,
  usePartnersContactsAddMutation,
  usePartnersContactsRetrieveQuery,
  useLazyPartnersContactsRetrieveQuery,
  usePartnersContactsChangeMutation,
  usePartnersContactsRemoveMutation,
  usePartnersContactsResendMutation,
  usePartnersLimitsListQuery,
  useLazyPartnersLimitsListQuery,
  usePartnersManagersListQuery,
  useLazyPartnersManagersListQuery,
  usePartnersStaffListQuery,
  useLazyPartnersStaffListQuery,
  usePartnersStaffInviteMutation,
  usePartnersStaffRetrieveQuery,
  useLazyPartnersStaffRetrieveQuery,
  usePartnersStaffChangeMutation,
  usePartnersStaffBlockMutation,
  usePartnersStaffInviteAgainMutation,
  usePartnersStaffLeaveMutation,
  usePartnersStaffRevokeMutation,
  usePartnersStaffUnblockMutation,
  usePartnersStaffOptionsQuery,
  useLazyPartnersStaffOptionsQuery,
  usePasswordRulesRetrieveQuery,
  useLazyPasswordRulesRetrieveQuery,
  useSessionRetrieveQuery,
  useLazySessionRetrieveQuery,
  useSessionPartialUpdateMutation,
} = injectedRtkApi;
