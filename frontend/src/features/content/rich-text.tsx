import styles from "./blocks.module.css";

/** The server has already let through only the tags its editors may use. */
export function RichText({ html }: { html: string }) {
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />;
}
