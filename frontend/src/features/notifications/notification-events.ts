import type { UnknownAction } from "@reduxjs/toolkit";

import { generatedApi } from "@/shared/api/generated";

/** A `notification` event: the bell and the list are read again. */
export function notificationNews(): UnknownAction {
  return generatedApi.util.invalidateTags(["notifications"]);
}
