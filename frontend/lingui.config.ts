import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po-gettext";

/** Catalogues live beside Django's, so that a translator sees one folder per language. */
export default defineConfig({
  locales: ["en", "ru", "kk"],
  sourceLocale: "en",
  catalogs: [{ path: "<rootDir>/../locale/{locale}/LC_MESSAGES/frontend", include: ["<rootDir>/src"] }],
  format: formatter({ origins: true, lineNumbers: false, disableSelectWarning: true }),
  orderBy: "origin",
});
