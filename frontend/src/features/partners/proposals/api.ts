import { generatedApi } from "@/shared/api/generated";

export type Topic = "addresses" | "consignees" | "contacts";

/** Rows are tagged one by one, so that an event about one of them reads again only what shows it. */
export function rowTag(id: string) {
  return { type: "partners" as const, id };
}

export function listTag(topic: Topic) {
  return { type: "partners" as const, id: `LIST ${topic}` };
}

interface Page {
  results: { id: string }[];
}

const listed = (topic: Topic) => (page: Page | undefined) => [
  "partners" as const,
  listTag(topic),
  ...(page?.results ?? []).map(({ id }) => rowTag(id)),
];
const shown = (_row: unknown, _error: unknown, { id }: { id: string }) => ["partners" as const, rowTag(id)];
const changed =
  (topic: Topic) =>
  (_row: unknown, _error: unknown, { id }: { id: string }) => [rowTag(id), listTag(topic)];

export const proposalsApi = generatedApi.enhanceEndpoints({
  endpoints: {
    partnersAddressesList: { providesTags: listed("addresses") },
    partnersAddressesRetrieve: { providesTags: shown },
    partnersAddressesPropose: { invalidatesTags: [listTag("addresses")] },
    partnersAddressesChange: { invalidatesTags: changed("addresses") },
    partnersAddressesResend: { invalidatesTags: changed("addresses") },
    partnersAddressesWithdraw: { invalidatesTags: [listTag("addresses")] },
    partnersConsigneesList: { providesTags: listed("consignees") },
    partnersConsigneesRetrieve: { providesTags: shown },
    partnersConsigneesPropose: { invalidatesTags: [listTag("consignees")] },
    partnersConsigneesChange: { invalidatesTags: changed("consignees") },
    partnersConsigneesResend: { invalidatesTags: changed("consignees") },
    partnersContactsList: { providesTags: listed("contacts") },
    partnersContactsRetrieve: { providesTags: shown },
    partnersContactsAdd: { invalidatesTags: [listTag("contacts")] },
    partnersContactsChange: { invalidatesTags: changed("contacts") },
    partnersContactsResend: { invalidatesTags: changed("contacts") },
    partnersContactsRemove: { invalidatesTags: [listTag("contacts")] },
  },
});

export const {
  usePartnersAddressesListQuery: useAddressesQuery,
  usePartnersAddressesRetrieveQuery: useAddressQuery,
  usePartnersAddressesProposeMutation: useProposeAddressMutation,
  usePartnersAddressesChangeMutation: useChangeAddressMutation,
  usePartnersAddressesResendMutation: useResendAddressMutation,
  usePartnersAddressesWithdrawMutation: useWithdrawAddressMutation,
  usePartnersConsigneesListQuery: useConsigneesQuery,
  usePartnersConsigneesRetrieveQuery: useConsigneeQuery,
  usePartnersConsigneesOptionsQuery: useConsigneeOptionsQuery,
  usePartnersConsigneesProposeMutation: useProposeConsigneeMutation,
  usePartnersConsigneesChangeMutation: useChangeConsigneeMutation,
  usePartnersConsigneesResendMutation: useResendConsigneeMutation,
  usePartnersContactsListQuery: useContactsQuery,
  usePartnersContactsRetrieveQuery: useContactQuery,
  usePartnersContactsAddMutation: useAddContactMutation,
  usePartnersContactsChangeMutation: useChangeContactMutation,
  usePartnersContactsResendMutation: useResendContactMutation,
  usePartnersContactsRemoveMutation: useRemoveContactMutation,
  usePartnersLimitsListQuery: useLimitsQuery,
  usePartnersManagersListQuery: useManagersQuery,
} = proposalsApi;
