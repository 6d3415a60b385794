import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";

import type { NewsItem } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import { Picture } from "./picture";

import styles from "./news-card.module.css";

interface NewsCardProps {
  item: NewsItem;
  level?: "h2" | "h3";
  /** Whether readers see it before they scroll. */
  first?: boolean;
}

/** One item of the news; the whole card leads to it, the title is what a screen reader hears. */
export function NewsCard({ item, level = "h2", first }: NewsCardProps) {
  const format = useFormat();
  const Title = level;
  return (
    <article className={styles.card}>
      <div className={styles.media}>
        {item.image && <Picture image={item.image} sizes="(width < 48rem) 100vw, 24rem" first={first} />}
      </div>
      <div className={styles.text}>
        <div className={styles.date}>
          {item.pinned && (
            <span className={styles.pinned}>
              <Trans>Pinned</Trans>
            </span>
          )}
          {item.date && <time dateTime={item.date}>{format.longDate(item.date)}</time>}
          {item.rubric && <span>{item.rubric.name}</span>}
        </div>
        <Title className={styles.title}>
          <Link to={item.path}>{item.title}</Link>
        </Title>
        {item.intro && <p className={styles.intro}>{item.intro}</p>}
      </div>
    </article>
  );
}
