import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { Provider } from "react-redux";
import { RouterProvider } from "react-router/dom";

import type { PortalRouter } from "@/app/router";
import type { AppStore } from "@/app/store";

export function App({ store, router }: { store: AppStore; router: PortalRouter }) {
  return (
    <Provider store={store}>
      <I18nProvider i18n={i18n}>
        <RouterProvider router={router} />
      </I18nProvider>
    </Provider>
  );
}
