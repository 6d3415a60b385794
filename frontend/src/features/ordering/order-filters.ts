import type { OrderingOrdersListApiArg } from "@/shared/api/generated";

/** The ordering and filters of the list as its query takes them, from the names they have in the address. */
export function orderFilters(filters: { text: (name: string) => string }) {
  return {
    search: filters.text("search") || undefined,
    status: filters.text("status") || undefined,
    ordering: filters.text("ordering") || "-placed_at",
  };
}

type ListArgs = OrderingOrdersListApiArg;

/** The same as arguments of the list: the schema allows several values, the address holds one of each. */
export function orderListArgs({ search, status, ordering }: ReturnType<typeof orderFilters>): ListArgs {
  return {
    search,
    status: status ? ([status] as ListArgs["status"]) : undefined,
    ordering: [ordering] as ListArgs["ordering"],
  };
}
