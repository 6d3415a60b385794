import { Trans } from "@lingui/react/macro";

import { usePasswordRulesRetrieveQuery } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";

import styles from "./password-rules.module.css";

/** What a new password must be like, in the portal's own words, before one is typed. */
export function PasswordRules() {
  const language = useLanguage();
  const { data } = usePasswordRulesRetrieveQuery(undefined, { refetchOnMountOrArgChange: true });
  if (!data) return null;
  return (
    <div className={styles.rules} lang={language}>
      <strong>
        <Trans>A good password</Trans>
      </strong>
      <ul>
        {data.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
