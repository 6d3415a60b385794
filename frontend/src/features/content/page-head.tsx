import styles from "./views.module.css";

/** Title and lead, the same on every kind of page. */
export function PageHead({ page }: { page: { title: string; intro: string } }) {
  return (
    <header className={styles.head}>
      <h1>{page.title}</h1>
      {page.intro && <p className={styles.lead}>{page.intro}</p>}
    </header>
  );
}
