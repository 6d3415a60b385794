import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useLocation } from "react-router";

import { contentPath } from "@/features/content/content-page";
import { usePageQuery } from "@/features/content/api";
import type { SiteMenuEntry } from "@/shared/api/generated";
import { Brand, BRAND_NAME } from "@/shared/brand";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { Button, LinkButton } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { LanguageSwitch } from "@/shared/ui/language-switch";
import { ThemeSwitch } from "@/shared/ui/theme-switch";

import { SiteMenu } from "./site-menu";

import styles from "./public-layout.module.css";

export function Header({ entries }: { entries: readonly SiteMenuEntry[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to={`/${language}/`} className={styles.brand} aria-label={t`${BRAND_NAME}, to the home page`}>
          <Brand />
        </Link>
        <Button
          look="bare"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls="site-menu"
          aria-label={t`Menu`}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "close" : "menu"} />
        </Button>
        <div id="site-menu" className={styles.menu} data-open={open}>
          <SiteMenu entries={entries} />
          <div className={styles.tools}>
            <LinkButton look="bare" to={`/${language}/search/`} aria-label={t`Search`} title={t`Search`}>
              <Icon name="search" />
            </LinkButton>
            <PageLanguages />
            <ThemeSwitch />
            <Entrance />
          </div>
        </div>
      </div>
    </header>
  );
}

const OWN_SCREENS = /^\/[a-z]{2}\/(sign-in|reset-password|invitation|apply|account|search|style|draft)(\/|$)/;

/** A content page knows its own translations; the portal's own screens have the same address in every language. */
function PageLanguages() {
  const { pathname } = useLocation();
  const own = OWN_SCREENS.test(pathname);
  const { currentData } = usePageQuery({ path: contentPath(pathname) }, { skip: own });
  const page = own || currentData?.type === "redirect" ? undefined : currentData;
  return <LanguageSwitch translations={page?.translations} />;
}

function Entrance() {
  const language = useLanguage();
  const { pathname } = useLocation();
  const user = useSession()?.user;
  if (user)
    return (
      <LinkButton to={`/${language}/cabinet`}>
        <Icon name="user" size={18} />
        <Trans>My cabinet</Trans>
      </LinkButton>
    );
  if (pathname.includes("/sign-in")) return null;
  return (
    <LinkButton to={`/${language}/sign-in`}>
      <Trans>Sign in</Trans>
    </LinkButton>
  );
}
