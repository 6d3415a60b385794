import type { UnknownAction } from "@reduxjs/toolkit";

import { generatedApi } from "@/shared/api/generated";

/** A `plan` event: lists and pages of plans are read again. */
export function planNews(): UnknownAction {
  return generatedApi.util.invalidateTags(["analytics"]);
}
