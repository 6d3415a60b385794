import en from "antd/locale/en_GB";
import kk from "antd/locale/kk_KZ";
import ru from "antd/locale/ru_RU";
import dayjs from "dayjs";
import "dayjs/locale/en-gb";
import "dayjs/locale/kk";
import "dayjs/locale/ru";

import type { Language } from "@/shared/i18n/language";

const LOCALES = { ru, en, kk };
const DAYJS = { ru: "ru", en: "en-gb", kk: "kk" };

/** antd's own words in the language of the page, its calendar with them. */
export function antdLocale(language: Language) {
  dayjs.locale(DAYJS[language]);
  return LOCALES[language];
}
