import type { FaqPage } from "@/shared/api/generated";

import { PageHead } from "./page-head";
import { Questions } from "./questions";

import styles from "./views.module.css";

export function FaqView({ page }: { page: FaqPage }) {
  return (
    <article className={styles.article}>
      <PageHead page={page} />
      {page.groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h2>{group.title}</h2>
          <Questions questions={group.questions} />
        </section>
      ))}
    </article>
  );
}
