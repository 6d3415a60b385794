export const LANGUAGES = ["ru", "en", "kk"] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = "ru";

/** Each language by its own name, as its readers look for it. */
export const LANGUAGE_NAMES: Record<Language, string> = { ru: "Русский", en: "English", kk: "Қазақша" };

/** BCP 47 tags for Intl: the portal's readers write dates and numbers the way Kazakhstan does. */
export const INTL_TAGS: Record<Language, string> = { ru: "ru-RU", en: "en-GB", kk: "kk-KZ" };

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.includes(value as Language);
}

/** The language of an address: its first segment, else the default one. */
export function languageOfPath(path: string): Language {
  const first = path.split("/")[1];
  return isLanguage(first) ? first : DEFAULT_LANGUAGE;
}

export function currentLanguage(): Language {
  return languageOfPath(window.location.pathname);
}

/** The same address in another language: the prefix changes; path, query and fragment stay. */
export function switchLanguagePath(address: string, language: Language): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const segments = path.split("/");
  if (isLanguage(segments[1])) segments[1] = language;
  else segments.splice(1, 0, language);
  return segments.join("/") + rest;
}

export interface PageTranslation {
  locale: string;
  path: string;
}

/**
 * Where a content page lives in another language. Slugs are translated too, so the page's own list decides;
 * a page without that translation is shown there as it is, marked as not translated, never as a 404.
 */
export function translatedPagePath(
  translations: readonly PageTranslation[],
  language: Language,
  current: string,
): string {
  const own = translations.find((translation) => translation.locale === language);
  return own?.path ?? switchLanguagePath(current, language);
}
