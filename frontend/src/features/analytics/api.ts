import { generatedApi } from "@/shared/api/generated";

export const {
  useAnalyticsPlansListQuery: usePlansQuery,
  useAnalyticsPlansRetrieveQuery: usePlanQuery,
  useAnalyticsPlansOptionsQuery: usePlanOptionsQuery,
  useAnalyticsPlansDraftMutation: useDraftPlanMutation,
  useAnalyticsPlansResendMutation: useResendPlanMutation,
} = generatedApi;
