import type { Dispatch } from "@reduxjs/toolkit";

import { networkChanged } from "@/shared/events/connection";

/** Keeps the store told whether the browser has a network. */
export function watchNetwork(dispatch: Dispatch, source: Window = window): void {
  const tell = () => dispatch(networkChanged(source.navigator.onLine));
  source.addEventListener("online", tell);
  source.addEventListener("offline", tell);
  tell();
}
