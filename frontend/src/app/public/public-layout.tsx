import { Trans } from "@lingui/react/macro";
import { Outlet, useLocation } from "react-router";

import { useSiteQuery } from "@/features/content/api";
import { BannerStrip } from "@/features/content/banner-strip";
import { useLanguage } from "@/shared/i18n/use-language";

import { Footer } from "./footer";
import { Header } from "./header";

import styles from "./public-layout.module.css";

export function PublicLayout() {
  const { pathname } = useLocation();
  const { currentData: site } = useSiteQuery({ locale: useLanguage() });
  return (
    <div className={styles.layout}>
      <a className="skip-link" href="#main">
        <Trans>Skip to the content</Trans>
      </a>
      <BannerStrip banners={site?.banners ?? []} />
      <Header key={pathname} entries={site?.menus.header ?? []} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer site={site} />
    </div>
  );
}
