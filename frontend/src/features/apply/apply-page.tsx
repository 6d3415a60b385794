import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Link } from "react-router";

import { useLanguage } from "@/shared/i18n/use-language";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useEmptyFormQuery } from "./api";
import { ApplyForm } from "./apply-form";

import styles from "./apply.module.css";

/** The form is read anew for every visit and every language: it is good for one application. */
function useEmptyForm() {
  const language = useLanguage();
  const spoken = useRef(language);
  const query = useEmptyFormQuery(undefined, { refetchOnMountOrArgChange: true });
  const { refetch } = query;
  useEffect(() => {
    if (spoken.current !== language) void refetch();
    spoken.current = language;
  }, [language, refetch]);
  return query;
}

export function ApplyPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const query = useEmptyForm();
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
      <section className={styles.card}>
        <QueryView query={query} loading={<Skeleton rows={8} height="3rem" />}>
          {(form) => <ApplyForm form={form} onStale={() => void query.refetch()} />}
        </QueryView>
      </section>
    </div>
  );
}
