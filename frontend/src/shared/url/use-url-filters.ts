import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

type Change = Record<string, string | number | null | undefined>;

/** The address's query after a change: empty values leave it, and a changed filter starts again from page one. */
export function changedQuery(current: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(current);
  if (!("page" in change)) next.delete("page");
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === undefined || value === "") next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

/** Filters kept in the address, so that they survive reload, back, and being sent to a colleague. */
export function useUrlFilters() {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (values: Change, options?: { replace?: boolean }) =>
      setParams((current) => changedQuery(current, values), { preventScrollReset: true, ...options }),
    [setParams],
  );
  return useMemo(
    () => ({
      text: (name: string) => params.get(name) ?? "",
      number: (name: string) => positive(params.get(name)),
      change,
    }),
    [params, change],
  );
}

/** A positive whole number, or undefined for anything else an address may hold. */
function positive(value: string | null): number | undefined {
  return value && /^[1-9]\d*$/.test(value) ? Number(value) : undefined;
}
