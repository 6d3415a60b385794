import { useLingui } from "@lingui/react/macro";
import { Link, useParams } from "react-router";

import type { ProductDetail } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { EmptyState } from "@/shared/ui/empty-state";
import { Icon } from "@/shared/ui/icon";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useProductQuery } from "./api";
import { PackagingPrices } from "./packaging-prices";
import type { PackagingAction } from "./slots";
import { StockFigure } from "./stock-figure";

import styles from "./product-page.module.css";

export function ProductPage({ agreement, action }: { agreement: number | undefined; action: PackagingAction }) {
  const { t } = useLingui();
  const language = useLanguage();
  const query = useProductQuery({ id: Number(useParams().id), agreement });
  return (
    <>
      <Link className={styles.back} to={`/${language}/cabinet/catalog${agreement ? `?agreement=${agreement}` : ""}`}>
        <Icon name="back" size={18} /> {t`Catalogue`}
      </Link>
      <QueryView
        query={query}
        missing={<EmptyState icon="box" level="h1" title={t`There is no such product in this agreement`} />}
      >
        {(product) => <Product product={product} action={action} />}
      </QueryView>
    </>
  );
}

function Product({ product, action }: { product: ProductDetail; action: PackagingAction }) {
  const { t } = useLingui();
  useDocumentTitle(product.name);
  return (
    <article>
      <ScreenHead title={product.name} note={product.article && t`Article ${product.article}`} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <section className={styles.panel}>
            <h2>{t`Packaging and price`}</h2>
            <PackagingPrices product={product} action={action} />
          </section>
          {product.description && <p className={styles.description}>{product.description}</p>}
          <Facts product={product} />
        </div>
        <StockPanel product={product} />
      </div>
    </article>
  );
}

function StockPanel({ product }: { product: ProductDetail }) {
  const { t } = useLingui();
  return (
    <section className={styles.panel}>
      <h2>{t`In stock`}</h2>
      {product.warehouses.length === 0 && (
        <StockFigure available={product.stock.available} unit={product.unit} at={product.stock.at} />
      )}
      <ul className={styles.stock}>
        {product.warehouses.map((place) => (
          <li key={place.warehouse}>
            <span>{place.warehouse}</span>
            <StockFigure available={place.available} unit={product.unit} at={place.at} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ product }: { product: ProductDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const facts = [
    [t`Full name`, product.full_name],
    [t`Product line`, product.line?.name],
    [t`Group`, product.group?.name],
    [t`Unit of measure`, product.unit],
    [t`VAT rate`, product.vat_rate && `${format.quantity(product.vat_rate)} %`],
  ].filter(([, value]) => value);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
