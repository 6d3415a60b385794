import type { Question } from "@/shared/api/generated";

import { RichText } from "./rich-text";

import styles from "./questions.module.css";

/** Questions that open one by one; the browser's own disclosure, so that search in the page finds the answers. */
export function Questions({ questions }: { questions: readonly Question[] }) {
  return (
    <div className={styles.questions}>
      {questions.map(({ question, answer }) => (
        <details key={question} className={styles.question}>
          <summary>{question}</summary>
          <RichText html={answer} />
        </details>
      ))}
    </div>
  );
}
