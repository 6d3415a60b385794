import styles from "./home-view.module.css";

const LINES = 16;
const STEP = 26;

/** Lines of an oil film that thickens to the right: drawn, so that it weighs nothing. */
export function FilmLines() {
  return (
    <svg className={styles.film} viewBox="0 0 900 520" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      {Array.from({ length: LINES }, (_, at) => (
        <path
          key={at}
          d={wave(at)}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={0.8 + at * 0.42}
          strokeOpacity={0.14 + at * 0.045}
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}

function wave(at: number): string {
  const y = 40 + at * STEP;
  const swing = 74 - at * 3.4;
  return `M-20 ${y + 30}C 170 ${y - swing}, 330 ${y + swing}, 520 ${y} S 780 ${y - swing * 0.8}, 930 ${y + swing * 0.35}`;
}
