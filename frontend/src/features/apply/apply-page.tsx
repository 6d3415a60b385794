import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import { useLanguage } from "@/shared/i18n/use-language";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { ApplyCard } from "./apply-card";

import styles from "./apply.module.css";

export function ApplyPage() {
  const { t } = useLingui();
  const language = useLanguage();
  useDocumentTitle(t`Become a client`);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          <Trans>Become a client</Trans>
        </h1>
        <p>
          <Trans>
            Tell us about your company. A manager of your region looks at the application and writes to you; when it is
            approved, you get a link to your cabinet.
          </Trans>
        </p>
        <p>
          <Trans>
            You have a cabinet already? <Link to={`/${language}/sign-in`}>Sign in</Link>
          </Trans>
        </p>
      </header>
      <ApplyCard />
    </div>
  );
}
