import { useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "react-router";

import {
  LANGUAGE_NAMES,
  LANGUAGES,
  switchLanguagePath,
  translatedPagePath,
  type PageTranslation,
} from "@/shared/i18n/language";
import { useLanguage } from "@/shared/i18n/use-language";

import styles from "./language-switch.module.css";

/** Leads to the same page in another language: by the page's own translations, else by the prefix. */
export function LanguageSwitch({ translations }: { translations?: readonly PageTranslation[] }) {
  const { t } = useLingui();
  const { pathname, search, hash } = useLocation();
  const current = useLanguage();
  return (
    <nav className={styles.switch} aria-label={t`Language`}>
      {LANGUAGES.map((language) => (
        <Link
          key={language}
          className={styles.language}
          to={
            translations
              ? translatedPagePath(translations, language, pathname) + search
              : switchLanguagePath(pathname + search + hash, language)
          }
          lang={language}
          hrefLang={language}
          title={LANGUAGE_NAMES[language]}
          aria-current={language === current ? "true" : undefined}
          preventScrollReset
        >
          {language}
          <span className="visually-hidden">, {LANGUAGE_NAMES[language]}</span>
        </Link>
      ))}
    </nav>
  );
}
