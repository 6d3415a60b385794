import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { HomePage } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { LinkButton } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";

import { useNewsQuery } from "./api";
import { Blocks } from "./blocks";
import { FilmLines } from "./film-lines";
import { NewsList } from "./news-list";

import styles from "./home-view.module.css";

const NEWS_ON_HOME = 3;

export function HomeView({ page }: { page: HomePage }) {
  return (
    <>
      <Hero page={page} />
      <Promises />
      {page.body.length > 0 && (
        <section className={styles.section}>
          <Blocks blocks={page.body} />
        </section>
      )}
      <LatestNews />
    </>
  );
}

function Hero({ page }: { page: HomePage }) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <section className={styles.hero}>
      <FilmLines />
      <div className={styles.heroText}>
        <h1 className={styles.title}>{page.title}</h1>
        {(page.intro || page.seo?.description) && <p className={styles.lead}>{page.intro || page.seo.description}</p>}
        <div className={styles.actions}>
          <LinkButton to={`/${language}/cabinet/catalog`}>
            {t`Open the catalogue`} <Icon name="arrow" size={18} />
          </LinkButton>
          <LinkButton look="quiet" to={`/${language}/news/`}>{t`Company news`}</LinkButton>
        </div>
      </div>
    </section>
  );
}

/** What the portal itself promises: it is the same for every company that runs it. */
function Promises() {
  const { t } = useLingui();
  const promises = [
    {
      title: t`Your price, not a list price`,
      text: t`The catalogue shows what your agreement allows, at the price of your agreement.`,
    },
    { title: t`Stock with its age`, text: t`Every balance says when the warehouse counted it.` },
    {
      title: t`An order you can follow`,
      text: t`Every step, from the portal to the accounting system and the truck, in one place.`,
    },
  ];
  return (
    <section className={styles.promises} aria-label={t`What the portal gives`}>
      {promises.map((promise, at) => (
        <div key={promise.title} className={styles.promise}>
          <span className={styles.number} aria-hidden="true">
            0{at + 1}
          </span>
          <h2>{promise.title}</h2>
          <p>{promise.text}</p>
        </div>
      ))}
    </section>
  );
}

function LatestNews() {
  const locale = useLanguage();
  const query = useNewsQuery({ locale, page: 1 });
  return (
    <section className={styles.section}>
      <header className={styles.sectionHead}>
        <h2>
          <Trans>News</Trans>
        </h2>
        <Link to={`/${locale}/news/`}>
          <Trans>All news</Trans>
        </Link>
      </header>
      <QueryView query={query} loading={<Skeleton rows={2} height="14rem" />}>
        {(news) => <NewsList items={news.results.slice(0, NEWS_ON_HOME)} level="h3" />}
      </QueryView>
    </section>
  );
}
