import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { NewsPage } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { Icon } from "@/shared/ui/icon";

import { Blocks, Figure } from "./blocks";
import { NewsList } from "./news-list";
import { Picture } from "./picture";

import styles from "./views.module.css";

/** The list is the parent of the item: /ru/news/a-title/ → /ru/news/ */
const parentOf = (path: string) => path.replace(/[^/]+\/$/, "");

export function NewsView({ page }: { page: NewsPage }) {
  const { t } = useLingui();
  const list = parentOf(page.path);
  return (
    <article className={styles.article}>
      <Link className={styles.back} to={list}>
        <Icon name="back" size={18} /> {t`All news`}
      </Link>
      <header className={styles.head}>
        <Meta page={page} list={list} />
        <h1>{page.title}</h1>
        {page.intro && <p className={styles.lead}>{page.intro}</p>}
      </header>
      {page.image && (
        <div className={styles.cover}>
          <Picture image={page.image} sizes="(width < 64rem) 100vw, 60rem" first />
        </div>
      )}
      <Blocks blocks={page.body} />
      {page.gallery.length > 0 && (
        <section className={styles.gallery} aria-label={t`Gallery`}>
          {page.gallery.map((image) => (
            <Figure key={image.src} image={image} />
          ))}
        </section>
      )}
      <Tags page={page} list={list} />
      {page.related.length > 0 && (
        <section className={styles.group}>
          <h2>
            <Trans>More news</Trans>
          </h2>
          <NewsList items={page.related} level="h3" />
        </section>
      )}
    </article>
  );
}

function Meta({ page, list }: { page: NewsPage; list: string }) {
  const format = useFormat();
  return (
    <div className={styles.meta}>
      {page.date && <time dateTime={page.date}>{format.longDate(page.date)}</time>}
      {page.rubric && <Link to={`${list}?rubric=${page.rubric.slug}`}>{page.rubric.name}</Link>}
      {page.author && <span>{page.author}</span>}
    </div>
  );
}

function Tags({ page, list }: { page: NewsPage; list: string }) {
  const { t } = useLingui();
  if (page.tags.length === 0) return null;
  return (
    <ul className={styles.topics} aria-label={t`Tags`}>
      {page.tags.map(({ slug, name }) => (
        <li key={slug}>
          <Link className={styles.topic} to={`${list}?tag=${encodeURIComponent(slug)}`}>
            #{name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
