import type { ConfigProviderProps } from "antd";
import type { LoaderFunctionArgs } from "react-router";

import { isLanguage, type Language } from "@/shared/i18n/language";

type Words = ConfigProviderProps["locale"];

const LOCALES: Record<Language, () => Promise<{ words: Words; speak: () => unknown }>> = {
  ru: () => import("./locales/ru"),
  en: () => import("./locales/en"),
  kk: () => import("./locales/kk"),
};
const loaded = new Map<Language, Words>();

/** A route's loader: antd's own words and its calendar in the language of the address, and in no other. */
export async function loadAntdLocale({ params }: LoaderFunctionArgs): Promise<null> {
  if (!isLanguage(params.lang)) return null;
  const { words, speak } = await LOCALES[params.lang]();
  loaded.set(params.lang, words);
  speak();
  return null;
}

/** antd's words in a language that a loader has fetched. */
export function antdLocale(language: Language): Words {
  return loaded.get(language);
}
