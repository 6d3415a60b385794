import { useLingui } from "@lingui/react/macro";
import { useLocation } from "react-router";

import { useLanguage } from "@/shared/i18n/use-language";
import { LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { QueryView } from "@/shared/ui/query-view";

import { usePageQuery, type ShownPage } from "./api";
import { Moved } from "./moved";
import { Untranslated } from "./untranslated";
import { PageView, type ModuleViews } from "./views";

import styles from "./views.module.css";
import { Skeleton } from "@/shared/ui/skeleton";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

/** Wagtail's paths end in a slash; an address typed without one means the same page. */
export function contentPath(pathname: string): string {
  return pathname.endsWith("/") ? pathname : `${pathname}/`;
}

/** Whatever page an editor published at this address. `views`: of the kinds of pages that modules bring along. */
export function ContentPage({ views }: { views?: ModuleViews }) {
  const path = contentPath(useLocation().pathname);
  const query = usePageQuery({ path });
  return (
    <QueryView query={{ ...query, data: query.currentData }} missing={<Missing />} loading={<Waiting />}>
      {(page) => (page.type === "redirect" ? <Moved to={page.to} /> : <Titled key={path} page={page} views={views} />)}
    </QueryView>
  );
}

function Titled({ page, views }: { page: ShownPage; views?: ModuleViews }) {
  useDocumentTitle(page.seo?.title || page.title);
  if (page.translated) return <PageView page={page} others={views} />;
  return (
    <Untranslated page={page}>
      <PageView page={page} others={views} />
    </Untranslated>
  );
}

function Waiting() {
  return (
    <div className={styles.section}>
      <Skeleton rows={5} height="3rem" />
    </div>
  );
}

function Missing() {
  const { t } = useLingui();
  const language = useLanguage();
  useDocumentTitle(t`Page not found`);
  return (
    <EmptyState
      icon="search"
      level="h1"
      title={t`Page not found`}
      action={<LinkButton to={`/${language}/`}>{t`To the home page`}</LinkButton>}
    >
      {t`The address may be mistyped, or the page was moved or is not yet translated into this language.`}
    </EmptyState>
  );
}
