import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { Product } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { DataTable, type Column } from "@/shared/table/data-table";
import { LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Pager } from "@/shared/ui/pager";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useProductsQuery } from "./api";
import { PackagingPrices } from "./packaging-prices";
import type { PackagingAction } from "./slots";
import { StockFigure } from "./stock-figure";

import styles from "./catalog-page.module.css";

const PAGE_SIZE = 24;

export function CatalogResults({ agreement, action }: { agreement: number; action: PackagingAction }) {
  const filters = useUrlFilters();
  const query = useProductsQuery({
    agreement,
    search: filters.text("search") || undefined,
    group: filters.number("group"),
    line: filters.number("line"),
    ordering: (filters.text("ordering") as "name") || undefined,
    page: filters.number("page") ?? 1,
    pageSize: PAGE_SIZE,
  });
  const columns = useColumns(agreement, action);
  const { t } = useLingui();
  return (
    <section aria-label={t`Products`} className={styles.results}>
      <QueryView query={query} loading={<Skeleton rows={8} height="4.5rem" />}>
        {(page) =>
          page.count === 0 ? (
            <NothingFound agreement={agreement} />
          ) : (
            <>
              <Freshness pricesAt={page.prices_at} stockAt={page.stock_at} />
              <DataTable
                caption={t`Products`}
                columns={columns}
                rows={page.results}
                rowKey={(product) => product.id}
                busy={query.isFetching}
              />
              <Pager count={page.count} page={page.page} pageSize={page.page_size} />
            </>
          )
        }
      </QueryView>
    </section>
  );
}

function useColumns(agreement: number, action: PackagingAction): Column<Product>[] {
  const { t } = useLingui();
  return [
    {
      key: "product",
      title: t`Product and stock`,
      lead: true,
      render: (product) => <ProductName product={product} agreement={agreement} />,
    },
    {
      key: "prices",
      title: t`Packaging and price`,
      lead: true,
      render: (product) => <PackagingPrices product={product} action={action} />,
    },
  ];
}

function ProductName({ product, agreement }: { product: Product; agreement: number }) {
  const language = useLanguage();
  return (
    <div className={styles.product}>
      <Link className={styles.name} to={`/${language}/cabinet/catalog/${product.id}?agreement=${agreement}`}>
        {product.name}
      </Link>
      <div className={styles.meta}>{[product.article, product.line?.name].filter(Boolean).join(" · ")}</div>
      <StockFigure
        available={product.stock.available}
        unit={product.stock.unit || product.unit}
        at={product.stock.at}
      />
    </div>
  );
}

function Freshness({ pricesAt, stockAt }: { pricesAt: string | null; stockAt: string | null }) {
  const { t } = useLingui();
  const format = useFormat();
  const said = [
    pricesAt && t`Prices as of ${format.asOf(pricesAt)}`,
    stockAt && t`stock as of ${format.asOf(stockAt)}`,
  ];
  return <p className={styles.freshness}>{said.filter(Boolean).join(" · ")}</p>;
}

function NothingFound({ agreement }: { agreement: number }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon="search"
      title={t`Nothing found`}
      action={<LinkButton look="quiet" to={`?agreement=${agreement}`}>{t`Show everything`}</LinkButton>}
    >
      {t`Try another word or take a filter off. Products outside your agreement are not shown.`}
    </EmptyState>
  );
}
