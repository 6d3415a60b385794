import { generatedApi, type ContentPage } from "@/shared/api/generated";

/** A page, and not the word that it has moved. */
export type ShownPage = Exclude<ContentPage, { type: "redirect" }>;

export const {
  useContentPageRetrieveQuery: usePageQuery,
  useContentNewsListQuery: useNewsQuery,
  useContentSiteQuery: useSiteQuery,
  useContentBannersListQuery: useBannersQuery,
} = generatedApi;
