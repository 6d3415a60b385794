import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";
import type { ReactNode } from "react";

import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { ScreenHead } from "@/shared/ui/screen-head";
import { SearchBox } from "@/shared/url/search-box";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { CatalogFacets } from "./catalog-facets";
import { CatalogResults } from "./catalog-results";
import type { PackagingAction } from "./slots";

import styles from "./catalog-page.module.css";

interface CatalogPageProps {
  agreement: number | undefined;
  agreementField: ReactNode;
  /** Said instead of the results while there is no agreement to show prices of. */
  fallback: ReactNode;
  action: PackagingAction;
}

export function CatalogPage({ agreement, agreementField, fallback, action }: CatalogPageProps) {
  const { t } = useLingui();
  useDocumentTitle(t`Catalogue`);
  return (
    <>
      <ScreenHead title={t`Catalogue`} />
      <div className={styles.controls}>
        {agreementField}
        <div className={styles.search}>
          <SearchBox label={t`Search by name or article`} />
          <SortSelect />
        </div>
      </div>
      {agreement === undefined ? (
        fallback
      ) : (
        <div className={styles.columns}>
          <CatalogFacets agreement={agreement} />
          <CatalogResults agreement={agreement} action={action} />
        </div>
      )}
    </>
  );
}

function SortSelect() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const options = [
    { value: "name", label: t`By name` },
    { value: "article", label: t`By article` },
  ];
  return (
    <Select
      size="large"
      className={styles.sort}
      aria-label={t`Sorting`}
      value={filters.text("ordering") || "name"}
      onChange={(ordering) => filters.change({ ordering })}
      options={options}
    />
  );
}
