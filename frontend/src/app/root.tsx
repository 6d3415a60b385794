import { Outlet, ScrollRestoration } from "react-router";

import { useLanguageSync } from "./use-language-sync";

export function Root() {
  useLanguageSync();
  return (
    <>
      <Outlet />
      <ScrollRestoration />
    </>
  );
}
