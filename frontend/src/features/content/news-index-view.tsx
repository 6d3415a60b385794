import { useSearchParams } from "react-router";

import type { NewsIndexPage } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { Pager } from "@/shared/ui/pager";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";

import { useNewsQuery } from "./api";
import { NewsList } from "./news-list";

import styles from "./views.module.css";

export function NewsIndexView({ page }: { page: NewsIndexPage }) {
  const locale = useLanguage();
  const [params] = useSearchParams();
  const query = useNewsQuery({ locale, page: Number(params.get("page")) || 1 });
  return (
    <section className={styles.section}>
      <header className={styles.head}>
        <h1>{page.title}</h1>
        {page.intro && <p className={styles.lead}>{page.intro}</p>}
      </header>
      <QueryView query={query} loading={<Skeleton rows={3} height="14rem" />}>
        {(news) => (
          <>
            <NewsList items={news.results} />
            <Pager count={news.count} page={news.page} pageSize={news.page_size} />
          </>
        )}
      </QueryView>
    </section>
  );
}
