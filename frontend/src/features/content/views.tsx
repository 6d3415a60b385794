import type { ComponentType } from "react";

import type { ShownPage } from "./api";
import { ContactsView } from "./contacts-view";
import { FaqView } from "./faq-view";
import { HomeView } from "./home-view";
import { LibraryView } from "./library-view";
import { NewsIndexView } from "./news-index-view";
import { NewsView } from "./news-view";
import { SectionView } from "./section-view";
import { StandardView } from "./standard-view";

type PageType = ShownPage["type"];
type OwnType = Extract<PageType, `content.${string}`>;
type ViewsOf<Type extends PageType> = { [Each in Type]: ComponentType<{ page: Extract<ShownPage, { type: Each }> }> };

/** Views of the kinds of pages that modules bring along; the app knows them, this feature does not. */
export type ModuleViews = ViewsOf<Exclude<PageType, OwnType>>;

const OWN: ViewsOf<OwnType> = {
  "content.HomePage": HomeView,
  "content.SectionPage": SectionView,
  "content.StandardPage": StandardView,
  "content.NewsIndexPage": NewsIndexView,
  "content.NewsPage": NewsView,
  "content.FaqPage": FaqView,
  "content.DocumentLibraryPage": LibraryView,
  "content.ContactsPage": ContactsView,
};

/** A page as its kind is shown; a kind that this build does not know has its title, lead and body all the same. */
export function PageView({ page, others }: { page: ShownPage; others?: ModuleViews }) {
  const views: Record<string, unknown> = { ...OWN, ...others };
  const View = (views[page.type] ?? StandardView) as ComponentType<{ page: ShownPage }>;
  return <View page={page} />;
}
