import { generatedApi } from "@/shared/api/generated";

export const {
  useCatalogProductsListQuery: useProductsQuery,
  useCatalogProductsRetrieveQuery: useProductQuery,
  useCatalogFacetsRetrieveQuery: useFacetsQuery,
} = generatedApi;
