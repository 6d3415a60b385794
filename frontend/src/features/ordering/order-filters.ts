/** The ordering and filters of the list as its query takes them, from the names they have in the address. */
export function orderFilters(filters: { text: (name: string) => string }) {
  return {
    search: filters.text("search") || undefined,
    status: (filters.text("status") as "placed") || undefined,
    ordering: (filters.text("ordering") as "-placed_at") || ("-placed_at" as const),
  };
}
