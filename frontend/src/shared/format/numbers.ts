import { INTL_TAGS, type Language } from "@/shared/i18n/language";

/** Chromium ships no Kazakh number data; Kazakh groups and points numbers the way Russian does. */
const NUMBER_TAGS: Record<Language, string> = { ...INTL_TAGS, kk: "ru-RU" };

const SIGNS: Record<string, string> = { KZT: "₸", RUB: "₽", USD: "$", EUR: "€", CNY: "¥", MNT: "₮", KGS: "сом" };

const NBSP = "\u00a0";

const cache = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language}:${least}:${most}`;
  const known = cache.get(key);
  if (known) return known;
  const options = { minimumFractionDigits: least, maximumFractionDigits: most };
  const made = new Intl.NumberFormat(NUMBER_TAGS[language], options);
  cache.set(key, made);
  return made;
}

/** Intl reads a decimal string exactly; a number would lose kopecks of large sums. */
const exact = (decimal: string) => decimal as unknown as number;

/**
 * "1234567.5" KZT → "1 234 567,50 ₸". The amount is a decimal string; the currency its alphabetic code, null when 1C
 * names none. A price keeps the four decimals 1C may give it, or the amounts beside it would seem wrong.
 */
export function formatMoney(amount: string, currency: string | null, language: Language): string {
  const digits = formatter(language, 2, 4).format(exact(amount));
  return currency ? digits + NBSP + (SIGNS[currency] ?? currency) : digits;
}

/** "12.000" → "12", "0.500" → "0,5"; with the unit after it when given. */
export function formatQuantity(quantity: string, language: Language, unit?: string): string {
  const digits = formatter(language, 0, 3).format(exact(quantity));
  return unit ? digits + NBSP + unit : digits;
}

export function formatCount(count: number, language: Language): string {
  return formatter(language, 0, 0).format(count);
}
