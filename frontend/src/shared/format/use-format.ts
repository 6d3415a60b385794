import { useMemo } from "react";

import { formatAsOf, formatDate, formatDateTime, formatLongDate, formatTime } from "@/shared/format/dates";
import { formatCount, formatMoney, formatQuantity } from "@/shared/format/numbers";
import { useLanguage } from "@/shared/i18n/use-language";

/** The formats of the page's language. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      money: (amount: string, currency: string | null) => formatMoney(amount, currency, language),
      quantity: (quantity: string, unit?: string) => formatQuantity(quantity, language, unit),
      count: (count: number) => formatCount(count, language),
      date: (iso: string) => formatDate(iso, language),
      longDate: (iso: string) => formatLongDate(iso, language),
      time: (iso: string) => formatTime(iso, language),
      dateTime: (iso: string) => formatDateTime(iso, language),
      asOf: (iso: string) => formatAsOf(iso, language),
    }),
    [language],
  );
}
