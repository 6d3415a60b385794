import { ApplicationView } from "./application-view";
import { LineView } from "./line-view";
import { ContentPage } from "@/features/content/content-page";
import type { ModuleViews } from "@/features/content/views";

/** Here content's pages meet the kinds that modules bring along. */
const VIEWS: ModuleViews = { "catalog.ProductLinePage": LineView, "partners.ApplicationPage": ApplicationView };

export function SitePage() {
  return <ContentPage views={VIEWS} />;
}
