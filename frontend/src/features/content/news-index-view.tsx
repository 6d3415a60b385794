import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { NewsIndexPage } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useNewsQuery } from "./api";
import { NewsElsewhere } from "./news-elsewhere";
import { NewsFilters } from "./news-filters";
import { NewsList } from "./news-list";
import { PageHead } from "./page-head";

import styles from "./views.module.css";

export function NewsIndexView({ page }: { page: NewsIndexPage }) {
  const locale = useLanguage();
  const filters = useUrlFilters();
  const [rubric, tag, q] = ["rubric", "tag", "q"].map((name) => filters.text(name) || undefined);
  const narrowed = { rubric, tag, q, year: filters.number("year") };
  const query = useNewsQuery({ locale, page: filters.number("page") ?? 1, ...given(narrowed) });
  return (
    <section className={styles.section}>
      <PageHead page={page} />
      <NewsFilters page={page} />
      {tag && <ChosenTag tag={tag} path={page.path} />}
      <QueryView query={{ ...query, data: query.currentData }} loading={<Skeleton rows={3} height="14rem" />}>
        {(news) =>
          news.count === 0 && Object.keys(given(narrowed)).length > 0 ? (
            <NothingFound path={page.path} />
          ) : (
            <>
              <NewsList items={news.results} atTop />
              <Pager count={news.count} page={news.page} pageSize={news.page_size} />
            </>
          )
        }
      </QueryView>
      {Object.keys(given(narrowed)).length === 0 && <NewsElsewhere page={page} />}
    </section>
  );
}

/** Without what is not asked for: the first answer of the server has the address without filters. */
function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}

function ChosenTag({ tag, path }: { tag: string; path: string }) {
  const { t } = useLingui();
  return (
    <p className={styles.meta}>
      <span className={styles.topic} aria-current="true">
        #{tag}
      </span>
      <Link to={path}>{t`All news`}</Link>
    </p>
  );
}

function NothingFound({ path }: { path: string }) {
  const { t } = useLingui();
  return (
    <EmptyState icon="search" title={t`Nothing was found`} action={<Link to={path}>{t`All news`}</Link>}>
      {t`Choose another rubric or year, or other words.`}
    </EmptyState>
  );
}
