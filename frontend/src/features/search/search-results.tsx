import { Link } from "react-router";

import type { SearchResult, TextPart } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import styles from "./search-page.module.css";

export function SearchResults({ results }: { results: readonly SearchResult[] }) {
  const format = useFormat();
  return (
    <ol className={styles.results}>
      {results.map((result) => (
        <li key={result.path} className={styles.result}>
          <h2 className={styles.title}>
            <Link to={result.path}>
              <Marked parts={result.title} />
            </Link>
          </h2>
          {result.date && (
            <time className={styles.date} dateTime={result.date}>
              {format.longDate(result.date)}
            </time>
          )}
          <p className={styles.excerpt}>
            <Marked parts={result.excerpt} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Plain text; the server says which parts of it match. */
function Marked({ parts }: { parts: readonly TextPart[] }) {
  return parts.map((part, at) => (part.match ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>));
}
