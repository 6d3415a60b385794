import { createAction } from "@reduxjs/toolkit";

/** The portal no longer knows the caller: whoever holds the session should read it again. */
export const sessionEnded = createAction("portal/sessionEnded");
