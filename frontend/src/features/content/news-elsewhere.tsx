import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { NewsIndexPage } from "@/shared/api/generated";
import { isLanguage, LANGUAGE_NAMES } from "@/shared/i18n/language";

import styles from "./news-filters.module.css";

/** Where a reader finds the news that this language has not. */
export function NewsElsewhere({ page }: { page: NewsIndexPage }) {
  const { t } = useLingui();
  const counts = new Map(page.elsewhere.map(({ locale, count }) => [locale, count]));
  const lists = page.translations.filter(({ locale }) => counts.has(locale));
  if (lists.length === 0) return null;
  return (
    <p className={styles.elsewhere}>
      <span>{t`More news, not translated yet:`}</span>
      {lists.map(({ locale, path }) => (
        <Link key={locale} to={path} hrefLang={locale}>
          <span lang={locale}>{isLanguage(locale) ? LANGUAGE_NAMES[locale] : locale}</span> ({counts.get(locale)})
        </Link>
      ))}
    </p>
  );
}
