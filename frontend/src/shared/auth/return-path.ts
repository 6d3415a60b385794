import { switchLanguagePath, type Language } from "@/shared/i18n/language";

/** The Wagtail admin is on this site, but it is no screen of the router and has no language in its address. */
export const isOfTheAdmin = (path: string) => /^\/admin(\/|$)/.test(path);

/** Where to go after sign-in: the wanted address in the language now spoken. Only an address of this site is followed. */
export function returnPath(next: string | null, language: Language): string {
  const ours = next !== null && /^\/(?![/\\])/.test(next);
  if (!ours) return `/${language}/cabinet`;
  return isOfTheAdmin(next) ? next : switchLanguagePath(next, language);
}
