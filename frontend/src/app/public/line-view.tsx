import { Trans, useLingui } from "@lingui/react/macro";

import { Blocks } from "@/features/content/blocks";
import { Picture } from "@/features/content/picture";
import type { ProductLinePage } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { LinkButton } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";

import styles from "./line-view.module.css";

/** A product line on the public site: the editor's words, and what anybody may know of its products. */
export function LineView({ page }: { page: ProductLinePage }) {
  return (
    <article className={styles.line}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{page.title}</h1>
          {page.intro && <p className={styles.lead}>{page.intro}</p>}
          <CatalogueLink line={page.line} />
        </div>
        {page.image && <Picture image={page.image} sizes="(width < 62rem) 100vw, 34rem" first />}
      </header>
      <Blocks blocks={page.body} />
      {page.products.length > 0 && <Products page={page} />}
    </article>
  );
}

function Products({ page }: { page: ProductLinePage }) {
  const { t } = useLingui();
  return (
    <section className={styles.products} aria-label={t`Products of the line`}>
      <h2>
        <Trans>Products of the line</Trans>
      </h2>
      <ul>
        {page.products.map((product) => (
          <li key={product.name + product.article}>
            <h3>{product.name}</h3>
            <p className={styles.about}>{[product.article, product.group].filter(Boolean).join(" · ")}</p>
            {product.packagings.length > 0 && <p>{product.packagings.join(", ")}</p>}
          </li>
        ))}
      </ul>
      {page.more && (
        <p>
          <Trans>The line has more products: all of them are in the catalogue.</Trans>
        </p>
      )}
    </section>
  );
}

function CatalogueLink({ line }: { line: number | null }) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <LinkButton className={styles.catalogue} to={`/${language}/cabinet/catalog${line ? `?line=${line}` : ""}`}>
      {t`Open the catalogue`} <Icon name="arrow" size={18} />
    </LinkButton>
  );
}
