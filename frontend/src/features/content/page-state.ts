import { generatedApi, type ContentPage, type NewsList, type Session, type Site } from "@/shared/api/generated";
import { languageOfPath } from "@/shared/i18n/language";

/** What the server embeds in the first response so that a public page needs no request before it shows. */
export interface PageState {
  path: string;
  page?: ContentPage;
  site?: Site;
  news?: NewsList;
  /** Of a draft only. */
  preview?: Preview;
}

/** How a draft is shown: in the admin's preview or by a link, which works `until` then; to whom. */
export interface Preview {
  kind: "panel" | "link";
  session: Session;
  until?: string;
}

/** The state in <script type="application/json" id="page-state">; null when there is none or it is broken. */
export function readPageState(root: Document = document): PageState | null {
  const text = root.getElementById("page-state")?.textContent;
  if (!text?.trim()) return null;
  try {
    return JSON.parse(text) as PageState;
  } catch {
    return null;
  }
}

/** The state as cache entries of the queries that would have fetched it. */
export function pageStateEntries({ path, page, site, news, preview }: PageState) {
  const locale = languageOfPath(path);
  return generatedApi.util.upsertQueryEntries([
    ...(page ? [{ endpointName: "contentPageRetrieve" as const, arg: { path }, value: page }] : []),
    ...(site ? [{ endpointName: "contentSite" as const, arg: { locale }, value: site }] : []),
    ...(news ? [{ endpointName: "contentNewsList" as const, arg: { locale, page: news.page }, value: news }] : []),
    ...(preview ? [{ endpointName: "sessionRetrieve" as const, arg: undefined, value: preview.session }] : []),
  ]);
}
