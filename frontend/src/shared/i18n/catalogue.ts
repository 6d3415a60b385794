import { i18n, type Messages } from "@lingui/core";

import type { Language } from "@/shared/i18n/language";

const CATALOGUES: Record<Language, () => Promise<{ messages: Messages }>> = {
  ru: () => import("@locale/ru/LC_MESSAGES/frontend.po"),
  en: () => import("@locale/en/LC_MESSAGES/frontend.po"),
  kk: () => import("@locale/kk/LC_MESSAGES/frontend.po"),
};

/** Loads the messages of a language (its own file, fetched once) and speaks it from now on. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await CATALOGUES[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}
