import { useEffect } from "react";

import { BRAND_NAME } from "@/shared/brand";

/** Names the browser's tab after the page; the front page already carries the brand. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title.includes(BRAND_NAME) ? title : `${title} — ${BRAND_NAME}`;
  }, [title]);
}
