import { Trans } from "@lingui/react/macro";
import { App as AntApp, ConfigProvider } from "antd";
import { useMemo } from "react";
import { Navigate, Outlet, useLocation } from "react-router";

import { useSessionRetrieveQuery } from "@/shared/api/generated";
import { antdTheme } from "@/shared/design/antd-theme";
import { useThemeMode } from "@/shared/design/theme-mode";
import { useLanguage } from "@/shared/i18n/use-language";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";

import { antdLocale } from "./antd-locale";
import { Banners } from "./banners";
import { CabinetMenu } from "./cabinet-menu";
import { TopBar } from "./top-bar";
import { useEvents } from "./use-events";

import styles from "./cabinet-shell.module.css";

const SECURITY = "/account/security";

/** The cabinet is for those the portal knows; anyone else signs in first and comes back to the same address. */
export function CabinetShell() {
  const language = useLanguage();
  const mode = useThemeMode();
  const theme = useMemo(() => antdTheme(mode), [mode]);
  return (
    <ConfigProvider theme={theme} locale={antdLocale(language)} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <Guarded />
      </AntApp>
    </ConfigProvider>
  );
}

function Guarded() {
  const { pathname, search } = useLocation();
  const language = useLanguage();
  const query = useSessionRetrieveQuery();
  return (
    <QueryView
      query={query}
      loading={
        <div className={styles.wait}>
          <Skeleton rows={6} height="2.5rem" />
        </div>
      }
    >
      {({ user, events_url }) => {
        const back = encodeURIComponent(pathname + search);
        if (!user) return <Navigate to={`/${language}/sign-in?next=${back}`} replace />;
        if (user.second_factor !== "missing") return <Cabinet eventsUrl={events_url} />;
        if (pathname.endsWith(SECURITY)) return <Enrolment />;
        return <Navigate to={`/${language}${SECURITY}?next=${back}`} replace />;
      }}
    </QueryView>
  );
}

/** All there is for somebody whose second factor is missing: the page to set it up, and the way out. */
function Enrolment() {
  return (
    <div className={styles.body}>
      <TopBar narrow />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function Cabinet({ eventsUrl }: { eventsUrl: string }) {
  useEvents(eventsUrl);
  return (
    <div className={styles.shell}>
      <a className="skip-link" href="#main">
        <Trans>Skip to the content</Trans>
      </a>
      <aside className={styles.side}>
        <CabinetMenu />
      </aside>
      <div className={styles.body}>
        <TopBar />
        <Banners />
        <main id="main" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
