import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate, useSearchParams } from "react-router";

import { isOfTheAdmin, returnPath } from "@/shared/auth/return-path";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { PasswordCard } from "./password-card";
import { SecondFactorCard } from "./second-factor-card";
import { SessionsCard } from "./sessions-card";

import styles from "./security.module.css";

/** How one signs in. Somebody whose second factor is missing sees nothing but that, and then goes where they wanted to. */
export function SecurityPage() {
  const { t } = useLingui();
  const user = useSession()?.user;
  const onwards = useOnwards();
  useDocumentTitle(t`Security`);
  if (!user) return null;
  return (
    <div className={styles.page}>
      <ScreenHead title={<Trans>Security</Trans>} note={user.email} />
      <SecondFactorCard user={user} onSetUp={onwards} />
      {user.second_factor !== "missing" && (
        <>
          <PasswordCard email={user.email} />
          <SessionsCard />
        </>
      )}
    </div>
  );
}

function useOnwards() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const language = useLanguage();
  return () => {
    const next = params.get("next");
    if (!next) return;
    const path = returnPath(next, language);
    if (isOfTheAdmin(path)) window.location.assign(path);
    else void navigate(path);
  };
}
