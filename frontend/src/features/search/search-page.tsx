import { useLingui } from "@lingui/react/macro";
import { useSearchParams } from "react-router";

import { useContentSearchListQuery } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { SearchForm } from "./search-form";
import { SearchResults } from "./search-results";

import styles from "./search-page.module.css";

/** What the server takes for a question. */
const SHORTEST = 2;

/** Search of the public site; what is asked for is in the address, so that it can be sent to a colleague. */
export function SearchPage() {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const question = (params.get("q") ?? "").trim();
  useDocumentTitle(question ? t`Search: ${question}` : t`Search`);
  return (
    <section className={styles.page}>
      <h1>{t`Search`}</h1>
      <SearchForm key={question} question={question} onAsk={(q) => setParams(q ? { q } : {})} />
      {question.length < SHORTEST ? <Hint asked={question.length > 0} /> : <Found question={question} />}
    </section>
  );
}

function Hint({ asked }: { asked: boolean }) {
  const { t } = useLingui();
  return (
    <EmptyState icon="search" title={asked ? t`One letter is too little to search for` : t`What are you looking for?`}>
      {t`Write a word or two: of a product, a place, a news item. Any form of a word will do.`}
    </EmptyState>
  );
}

function Found({ question }: { question: string }) {
  const { t } = useLingui();
  const locale = useLanguage();
  const [params] = useSearchParams();
  const query = useContentSearchListQuery({ locale, q: question, page: Number(params.get("page")) || 1 });
  return (
    <QueryView query={{ ...query, data: query.currentData }} loading={<Skeleton rows={4} height="5rem" />}>
      {(found) =>
        found.count === 0 ? (
          <EmptyState icon="search" title={t`Nothing found for “${question}”`}>
            {t`Try fewer or other words, or switch the language: what is not translated is found in its own.`}
          </EmptyState>
        ) : (
          <>
            <SearchResults results={found.results} />
            <Pager count={found.count} page={found.page} pageSize={found.page_size} />
          </>
        )
      }
    </QueryView>
  );
}
