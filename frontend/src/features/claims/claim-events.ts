import type { UnknownAction } from "@reduxjs/toolkit";

import { claimsApi, claimTag } from "./api";

/** A `claim` event says which claim has news: what shows it is read again. */
export function claimNews(data: unknown): UnknownAction | null {
  const id = typeof data === "object" && data !== null ? (data as { id?: unknown }).id : undefined;
  if (typeof id !== "string") return null;
  return claimsApi.util.invalidateTags([claimTag({ id }), { type: "claims", id: "LIST" }]);
}
