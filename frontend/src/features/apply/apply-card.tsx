import { useEffect, useRef } from "react";

import { useLanguage } from "@/shared/i18n/use-language";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";

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

/** The application form of a future client, wherever it stands. */
export function ApplyCard() {
  const query = useEmptyForm();
  return (
    <section className={styles.card}>
      <QueryView query={query} loading={<Skeleton rows={8} height="3rem" />}>
        {(form) => <ApplyForm form={form} onStale={() => void query.refetch()} />}
      </QueryView>
    </section>
  );
}
