import { useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "react-router";

import { Icon } from "@/shared/ui/icon";
import { useMedia } from "@/shared/ui/use-media";
import { changedQuery, useUrlFilters } from "@/shared/url/use-url-filters";

import { useFacetsQuery } from "./api";
import { FacetList } from "./facet-list";

import styles from "./catalog-page.module.css";

/** From here on there is room beside the results; catalog-page.module.css changes its columns at the same width. */
const WIDE = "(width >= 82rem)";

/** The filters: beside the results on a wide screen, folded above them on a phone. */
export function CatalogFacets({ agreement }: { agreement: number }) {
  const { t } = useLingui();
  const [params] = useSearchParams();
  const filters = useUrlFilters();
  const group = filters.number("group");
  const line = filters.number("line");
  const wide = useMedia(WIDE);
  const { data } = useFacetsQuery({ agreement, search: filters.text("search") || undefined, group, line });
  const active = [group, line].filter(Boolean).length;
  const lists = (
    <>
      <FacetList title={t`Product lines`} name="line" facets={data?.lines ?? []} />
      <FacetList title={t`Groups`} name="group" facets={data?.groups ?? []} />
      {active > 0 && (
        <Link
          to={`?${changedQuery(params, { group: null, line: null })}`}
          preventScrollReset
        >{t`Clear the filters`}</Link>
      )}
    </>
  );
  const facets = <div className={styles.facets}>{lists}</div>;
  if (wide) return <aside aria-label={t`Filters`}>{facets}</aside>;
  return (
    <aside aria-label={t`Filters`}>
      <details className={styles.folded}>
        <summary>
          <Icon name="menu" size={18} /> {active > 0 ? t`Filters: ${active}` : t`Filters`}
        </summary>
        {facets}
      </details>
    </aside>
  );
}
