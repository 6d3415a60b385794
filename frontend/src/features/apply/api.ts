import { generatedApi } from "@/shared/api/generated";

/** A form stays the same through a refusal: a new one would make a repeat a second application. */
const applyApi = generatedApi.enhanceEndpoints({
  endpoints: {
    partnersApplicationsForm: { providesTags: [] },
    partnersApplicationsSend: { invalidatesTags: [] },
  },
});

export const {
  usePartnersApplicationsFormQuery: useEmptyFormQuery,
  usePartnersApplicationsSendMutation: useSendMutation,
} = applyApi;
