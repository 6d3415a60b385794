import { useLingui } from "@lingui/react/macro";

import type { DocumentLibraryPage } from "@/shared/api/generated";
import { EmptyState } from "@/shared/ui/empty-state";

import { FileLink } from "./file-link";
import { PageHead } from "./page-head";

import styles from "./views.module.css";

export function LibraryView({ page }: { page: DocumentLibraryPage }) {
  const { t } = useLingui();
  return (
    <article className={styles.article}>
      <PageHead page={page} />
      {page.groups.length === 0 && (
        <EmptyState icon="info" title={t`No documents yet`}>
          {t`They appear here as soon as they are published.`}
        </EmptyState>
      )}
      {page.groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h2>{group.title}</h2>
          <ul className={styles.files}>
            {group.documents.map((document) => (
              <li key={document.url + document.title}>
                <FileLink file={document} language={document.language} issuedOn={document.issued_on} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
