import type { ComponentType } from "react";

import type { ShownPage } from "./api";
import { HomeView } from "./home-view";
import { NewsIndexView } from "./news-index-view";
import { NewsView } from "./news-view";
import { StandardView } from "./standard-view";

type PageType = ShownPage["type"];
type OwnType = Extract<PageType, `content.${string}`>;
type ViewsOf<Type extends PageType> = { [Each in Type]: ComponentType<{ page: Extract<ShownPage, { type: Each }> }> };

/** Views of the kinds of pages that modules bring along; the app knows them, this feature does not. */
export type ModuleViews = ViewsOf<Exclude<PageType, OwnType>>;

const OWN: ViewsOf<OwnType> = {
  "content.HomePage": HomeView,
  "content.StandardPage": StandardView,
  "content.NewsIndexPage": NewsIndexView,
  "content.NewsPage": NewsView,
};

/** A page as its kind is shown; a kind that this build does not know has its title, lead and body all the same. */
export function PageView({ page, others }: { page: ShownPage; others?: ModuleViews }) {
  const views: Record<string, unknown> = { ...OWN, ...others };
  const View = (views[page.type] ?? StandardView) as ComponentType<{ page: ShownPage }>;
  return <View page={page} />;
}
