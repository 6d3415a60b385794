import { generatedApi, type Order, type OrderDetail } from "@/shared/api/generated";

/** Orders are tagged one by one, so that an event about one of them reads again only what shows it. */
export const orderingApi = generatedApi.enhanceEndpoints({
  endpoints: {
    orderingOrdersList: {
      providesTags: (page) => ["ordering", { type: "ordering", id: "LIST" }, ...(page?.results ?? []).map(orderTag)],
    },
    orderingOrdersRetrieve: { providesTags: (_order, _error, { id }) => ["ordering", orderTag({ id })] },
    orderingOrdersCreate: { invalidatesTags: [{ type: "ordering", id: "LIST" }] },
    orderingOrdersCheck: { invalidatesTags: [] },
    orderingOrdersResend: { invalidatesTags: (_order, _error, { id }) => [orderTag({ id })] },
  },
});

export function orderTag({ id }: Pick<Order | OrderDetail, "id">) {
  return { type: "ordering" as const, id };
}

export const {
  useOrderingOrdersListQuery: useOrdersQuery,
  useOrderingOrdersRetrieveQuery: useOrderQuery,
  useOrderingOrdersCreateMutation: usePlaceOrderMutation,
  useOrderingOrdersCheckMutation: useCheckOrderMutation,
  useOrderingOrdersResendMutation: useResendOrderMutation,
  usePartnersAddressesListQuery: useDeliveryAddressesQuery,
  useCatalogProductsListQuery: useOrderableProductsQuery,
} = orderingApi;
