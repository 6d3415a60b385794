import { useLocation } from "react-router";

import { languageOfPath, type Language } from "@/shared/i18n/language";

/** The language the address names; the address is the only place that decides it. */
export function useLanguage(): Language {
  return languageOfPath(useLocation().pathname);
}
