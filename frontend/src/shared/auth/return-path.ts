import { switchLanguagePath, type Language } from "@/shared/i18n/language";

/** Where to go after sign-in: the wanted address in the language now spoken. Only an address of this site is followed. */
export function returnPath(next: string | null, language: Language): string {
  const ours = next !== null && /^\/(?![/\\])/.test(next);
  return ours ? switchLanguagePath(next, language) : `/${language}/cabinet`;
}
