import { useLingui } from "@lingui/react/macro";

import type { NewsItem } from "@/shared/api/generated";
import { EmptyState } from "@/shared/ui/empty-state";

import { NewsCard } from "./news-card";

import styles from "./views.module.css";

interface NewsListProps {
  items: readonly NewsItem[];
  level?: "h2" | "h3";
  /** Whether the list is what the page begins with. */
  atTop?: boolean;
}

export function NewsList({ items, level, atTop = false }: NewsListProps) {
  const { t } = useLingui();
  if (items.length === 0) {
    return (
      <EmptyState
        icon="info"
        title={t`No news in this language yet`}
      >{t`Switch the language above to read what is already published.`}</EmptyState>
    );
  }
  return (
    <div className={styles.cards}>
      {items.map((item, at) => (
        <NewsCard key={item.path} item={item} level={level} first={atTop && at === 0} />
      ))}
    </div>
  );
}
