import type { ShownPage } from "./api";
import { Blocks } from "./blocks";

import styles from "./views.module.css";

export function StandardView({ page }: { page: ShownPage }) {
  return (
    <article className={styles.article}>
      <header className={styles.head}>
        <h1>{page.title}</h1>
        {page.intro && <p className={styles.lead}>{page.intro}</p>}
      </header>
      <Blocks blocks={page.body} />
    </article>
  );
}
