import { INTL_TAGS, type Language } from "@/shared/i18n/language";

/** Chromium answers Kazakh months with "M11", so they are written here, as CLDR has them. */
const KAZAKH_MONTHS = [
  "қаңтар",
  "ақпан",
  "наурыз",
  "сәуір",
  "мамыр",
  "маусым",
  "шілде",
  "тамыз",
  "қыркүйек",
  "қазан",
  "қараша",
  "желтоқсан",
];

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A date without a time is that day wherever the reader sits, hence local midnight. */
const moment = (iso: string) => new Date(DATE_ONLY.test(iso) ? `${iso}T00:00:00` : iso);

/** ISO 8601 → "22 ноября 2026 г.", "22 November 2026", "2026 ж. 22 қараша". */
export function formatLongDate(iso: string, language: Language): string {
  const date = moment(iso);
  if (language === "kk") return `${date.getFullYear()} ж. ${date.getDate()} ${KAZAKH_MONTHS[date.getMonth()]}`;
  return new Intl.DateTimeFormat(INTL_TAGS[language], { dateStyle: "long" }).format(date);
}

/** ISO 8601 → "22.11.2026" ("22/11/2026" in English). */
export function formatDate(iso: string, language: Language): string {
  const options = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  return new Intl.DateTimeFormat(language === "kk" ? "ru-RU" : INTL_TAGS[language], options).format(moment(iso));
}

/** ISO 8601 → "12:03" in the reader's time zone. */
export function formatTime(iso: string, language: Language): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(language === "kk" ? "ru-RU" : INTL_TAGS[language], options).format(moment(iso));
}

/** "22.11.2026, 12:03" */
export function formatDateTime(iso: string, language: Language): string {
  return `${formatDate(iso, language)}, ${formatTime(iso, language)}`;
}

/** The time alone when it is today, else with its date: how old a figure is, at a glance. */
export function formatAsOf(iso: string, language: Language, now: Date = new Date()): string {
  const sameDay = moment(iso).toDateString() === now.toDateString();
  return sameDay ? formatTime(iso, language) : formatDateTime(iso, language);
}
