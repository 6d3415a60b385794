import { generatedApi } from "@/shared/api/generated";

export const {
  useContentPageRetrieveQuery: usePageQuery,
  useContentNewsListQuery: useNewsQuery,
  useContentMenuListQuery: useMenuQuery,
} = generatedApi;
