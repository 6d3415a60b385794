import type { UnknownAction } from "@reduxjs/toolkit";

import { listTag, proposalsApi, rowTag, type Topic } from "./api";

const TOPICS: readonly string[] = ["addresses", "consignees", "contacts"] satisfies Topic[];

/** A `proposal` event says which row has news: what shows it is read again. */
export function proposalNews(data: unknown): UnknownAction | null {
  const { id, topic } = (typeof data === "object" && data !== null ? data : {}) as { id?: unknown; topic?: unknown };
  if (typeof id !== "string" || typeof topic !== "string" || !TOPICS.includes(topic)) return null;
  return proposalsApi.util.invalidateTags([rowTag(id), listTag(topic as Topic)]);
}
