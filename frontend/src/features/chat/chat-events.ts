import type { UnknownAction } from "@reduxjs/toolkit";

import { generatedApi } from "@/shared/api/generated";

/** A `message` event: conversations, their lists and the count of the unread are read again. */
export function chatNews(): UnknownAction {
  return generatedApi.util.invalidateTags(["chat"]);
}
