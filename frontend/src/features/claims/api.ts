import { generatedApi, type Claim } from "@/shared/api/generated";

/** Claims are tagged one by one, so that an event about one of them reads again only what shows it. */
export const claimsApi = generatedApi.enhanceEndpoints({
  endpoints: {
    claimsList: {
      providesTags: (page) => ["claims", { type: "claims", id: "LIST" }, ...(page?.results ?? []).map(claimTag)],
    },
    claimsRetrieve: { providesTags: (_claim, _error, { id }) => ["claims", claimTag({ id })] },
    claimsRegister: { invalidatesTags: [{ type: "claims", id: "LIST" }] },
    claimsChange: { invalidatesTags: (_claim, _error, { id }) => [claimTag({ id })] },
    claimsResend: { invalidatesTags: (_claim, _error, { id }) => [claimTag({ id })] },
  },
});

export function claimTag({ id }: Pick<Claim, "id">) {
  return { type: "claims" as const, id };
}

export const {
  useClaimsListQuery: useClaimsQuery,
  useClaimsRetrieveQuery: useClaimQuery,
  useClaimsOptionsQuery: useClaimOptionsQuery,
  useClaimsRegisterMutation: useRegisterClaimMutation,
  useClaimsChangeMutation: useChangeClaimMutation,
  useClaimsResendMutation: useResendClaimMutation,
  useOrderingOrdersRetrieveQuery: useOrderOfClaimQuery,
} = claimsApi;
