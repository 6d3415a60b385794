import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { isLanguage, LANGUAGE_NAMES } from "@/shared/i18n/language";
import { Notice } from "@/shared/ui/notice";

import type { ShownPage } from "./api";

/** A page in another language than the reader's, and a word about it; to a screen reader its text is in its own. */
export function Untranslated({ page, children }: { page: ShownPage; children: ReactNode }) {
  const { locale, path, translations } = page;
  const own = translations.find((other) => other.locale === locale)?.path ?? path;
  return (
    <>
      <Notice tone="info" title={<Trans>This page is not translated yet.</Trans>}>
        <Trans>It is shown in the language it was written in:</Trans>{" "}
        <Link to={own} lang={locale} hrefLang={locale}>
          {isLanguage(locale) ? LANGUAGE_NAMES[locale] : locale}
        </Link>
      </Notice>
      <div lang={locale}>{children}</div>
    </>
  );
}
