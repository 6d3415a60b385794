import "@fontsource-variable/golos-text";
import "@fontsource-variable/geologica";
import "virtual:tokens.css";
import "@/shared/design/fonts.css";
import "@/shared/design/base.css";

import { setupListeners } from "@reduxjs/toolkit/query";
import { createRoot } from "react-dom/client";

import { App } from "@/app/app";
import { createPortalRouter } from "@/app/router";
import { createStore } from "@/app/store";
import { pageStateEntries, readPageState } from "@/features/content/page-state";
import { applyStoredMode } from "@/shared/design/theme-mode";
import { watchNetwork } from "@/shared/events/watch-network";

/** Shows nothing of its own until the first route is ready: the server's readable HTML stays in its place. */
async function start(): Promise<void> {
  applyStoredMode();
  const store = createStore();
  setupListeners(store.dispatch);
  watchNetwork(store.dispatch);
  const state = readPageState();
  if (state) store.dispatch(pageStateEntries(state));
  const router = state?.preview
    ? (await import("@/app/preview-router")).createPreviewRouter(state.path, state.preview)
    : createPortalRouter();
  const root = createRoot(document.getElementById("root")!);
  const render = () => root.render(<App store={store} router={router} />);
  if (router.state.initialized) return render();
  const stop = router.subscribe(({ initialized }) => {
    if (!initialized) return;
    stop();
    render();
  });
}

void start();
