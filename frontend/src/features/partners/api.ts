import { generatedApi } from "@/shared/api/generated";

export const { usePartnersAgreementsListQuery: useAgreementsQuery } = generatedApi;
