import { useEffect } from "react";

import type { Agreement } from "@/shared/api/generated";
import type { QueryError } from "@/shared/api/problem";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useAgreementsQuery } from "./api";
import { lastAgreement, rememberAgreement } from "./last-agreement";

export interface ChosenAgreement {
  id: number | undefined;
  agreement: Agreement | undefined;
  none: boolean;
  error: QueryError;
  choose: (id: number) => void;
}

/**
 * The agreement the address names. Without one: the agreement this browser used last if it is still offered,
 * else the first; it is then written into the address, so that the link means the same to a colleague.
 */
export function useChosenAgreement(): ChosenAgreement {
  const filters = useUrlFilters();
  const id = filters.number("agreement");
  const { data, error } = useAgreementsQuery({ pageSize: 100 });
  const offered = data?.results;
  const { change } = filters;
  useEffect(() => {
    if (id !== undefined || !offered?.length) return;
    const last = lastAgreement();
    const fallback = offered.find((agreement) => agreement.id === last) ?? offered[0];
    if (fallback) change({ agreement: fallback.id }, { replace: true });
  }, [id, offered, change]);
  const choose = (chosen: number) => {
    rememberAgreement(chosen);
    change({ agreement: chosen, group: null, line: null });
  };
  return { id, agreement: offered?.find((one) => one.id === id), none: data?.count === 0, error, choose };
}
