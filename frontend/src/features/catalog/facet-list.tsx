import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";

import type { Facet } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { Button } from "@/shared/ui/button";
import { changedQuery } from "@/shared/url/use-url-filters";

import styles from "./facet-list.module.css";

const SHOWN_AT_FIRST = 10;

interface FacetListProps {
  title: string;
  name: "group" | "line";
  facets: readonly Facet[];
}

/** One filter of the catalogue: every value is a link with the number of products behind it. */
export function FacetList({ title, name, facets }: FacetListProps) {
  const { t } = useLingui();
  const [params] = useSearchParams();
  const [whole, setWhole] = useState(false);
  const chosen = params.get(name);
  const shown = whole ? facets : facets.filter((facet, at) => at < SHOWN_AT_FIRST || String(facet.id) === chosen);
  if (facets.length === 0) return null;
  return (
    <section className={styles.facet} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.values}>
        {shown.map((facet) => (
          <li key={facet.id}>
            <FacetLink facet={facet} name={name} chosen={String(facet.id) === chosen} params={params} />
          </li>
        ))}
      </ul>
      {facets.length > SHOWN_AT_FIRST && (
        <Button look="bare" onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {whole ? t`Show less` : t`Show all`}
        </Button>
      )}
    </section>
  );
}

interface FacetLinkProps {
  facet: Facet;
  name: string;
  chosen: boolean;
  params: URLSearchParams;
}

/** A second press on a chosen value takes the filter off. */
function FacetLink({ facet, name, chosen, params }: FacetLinkProps) {
  const format = useFormat();
  const to = `?${changedQuery(params, { [name]: chosen ? null : facet.id })}`;
  return (
    <Link className={styles.value} to={to} aria-current={chosen ? "true" : undefined} preventScrollReset>
      <span>{facet.name}</span>
      <span className={styles.count}>{format.count(facet.count)}</span>
    </Link>
  );
}
