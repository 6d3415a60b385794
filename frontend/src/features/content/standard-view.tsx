import type { ShownPage } from "./api";
import { Blocks } from "./blocks";
import { PageHead } from "./page-head";

import styles from "./views.module.css";

export function StandardView({ page }: { page: ShownPage }) {
  return (
    <article className={styles.article}>
      <PageHead page={page} />
      <Blocks blocks={page.body} />
    </article>
  );
}
