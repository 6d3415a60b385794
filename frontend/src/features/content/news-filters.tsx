import { useLingui } from "@lingui/react/macro";
import { useId, useState, type FormEvent } from "react";
import { Link, useSearchParams } from "react-router";

import type { NewsIndexPage } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { SelectField } from "@/shared/ui/select-field";
import { changedQuery, useUrlFilters } from "@/shared/url/use-url-filters";

import filterStyles from "./news-filters.module.css";
import styles from "./views.module.css";

/** What the list can be narrowed by; all of it stands in the address. */
export function NewsFilters({ page }: { page: NewsIndexPage }) {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const years: [string, string][] = page.years.map((year) => [String(year), String(year)]);
  return (
    <div className={styles.filters}>
      <Rubrics page={page} />
      {years.length > 1 && (
        <SelectField
          label={t`Year`}
          value={filters.text("year")}
          onChange={(year) => filters.change({ year })}
          options={[["", t`All years`], ...years]}
        />
      )}
      <Words key={filters.text("q")} />
    </div>
  );
}

function Rubrics({ page }: { page: NewsIndexPage }) {
  const { t } = useLingui();
  const id = useId();
  const [params] = useSearchParams();
  const chosen = params.get("rubric") ?? "";
  const all = { slug: "", name: t`All rubrics` };
  if (page.rubrics.length === 0) return <span />;
  return (
    <nav className={filterStyles.rubrics} aria-labelledby={id}>
      <span id={id} className={filterStyles.label}>{t`Rubrics`}</span>
      <ul className={styles.topics}>
        {[all, ...page.rubrics].map(({ slug, name }) => (
          <li key={slug}>
            <Link
              className={styles.topic}
              to={`?${changedQuery(params, { rubric: slug })}`}
              aria-current={slug === chosen}
              preventScrollReset
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Words() {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const [typed, setTyped] = useState(filters.text("q"));
  const search = (event: FormEvent) => {
    event.preventDefault();
    filters.change({ q: typed.trim() });
  };
  return (
    <form role="search" className={filterStyles.search} onSubmit={search}>
      <Field
        type="search"
        label={t`Search the news`}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button look="quiet">{t`Find`}</Button>
    </form>
  );
}
