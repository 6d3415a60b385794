import { createMemoryRouter, Outlet } from "react-router";

import { DraftRibbon } from "@/features/content/draft-ribbon";
import type { Preview } from "@/features/content/page-state";

import { routes } from "./router";

/** Shows a draft at the address it will have, while the browser stays where the preview or the link led. */
export function createPreviewRouter(path: string, preview: Preview) {
  keepInPlace(preview.kind);
  const Frame = () => (
    <>
      {preview.until && <DraftRibbon until={preview.until} />}
      <Outlet />
    </>
  );
  return createMemoryRouter([{ Component: Frame, children: routes }], { initialEntries: [path] });
}

/** Nothing is sent from a draft. Its links lead nowhere in the admin's preview, and to the live site from a link. */
export function keepInPlace(kind: Preview["kind"], root: Document = document): void {
  const hold = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  root.addEventListener("submit", hold, true);
  root.addEventListener(
    "click",
    (event) => {
      const link = (event.target as Element).closest("a[href]");
      if (!link || link.getAttribute("href")?.startsWith("#")) return;
      if (kind === "panel") hold(event);
      else event.stopPropagation();
    },
    true,
  );
}
