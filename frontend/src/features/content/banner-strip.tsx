import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "react-router";

import type { SiteBanner } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { Icon, type IconName } from "@/shared/ui/icon";

import { dismiss, withoutDismissed } from "./dismissed-banners";

import styles from "./banner-strip.module.css";

const ICONS: Record<SiteBanner["tone"], IconName> = { info: "info", warning: "alert", urgent: "alert" };

/** What editors tell their readers above every page. Whoever has read a banner puts it away in this browser. */
export function BannerStrip({ banners }: { banners: readonly SiteBanner[] }) {
  const { t } = useLingui();
  const [, setPutAway] = useState(0);
  const shown = withoutDismissed(banners);
  if (shown.length === 0) return null;
  const putAway = (banner: SiteBanner) => {
    dismiss(banner);
    setPutAway((count) => count + 1);
  };
  return (
    <section className={styles.strip} aria-label={t`Notices`}>
      {shown.map((banner) => (
        <BannerRow key={banner.id} banner={banner} onClose={() => putAway(banner)} />
      ))}
    </section>
  );
}

function BannerRow({ banner, onClose }: { banner: SiteBanner; onClose: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { tone, link } = banner;
  return (
    <div className={`${styles.banner} ${styles[tone]}`}>
      <Icon name={ICONS[tone]} />
      <div className={styles.said} lang={banner.language === language ? undefined : banner.language}>
        <div className={styles.text} dangerouslySetInnerHTML={{ __html: banner.text }} />
        {link && <BannerLink {...link} />}
      </div>
      <Button look="bare" className={styles.close} aria-label={t`Put the notice away`} onClick={onClose}>
        <Icon name="close" size={18} />
      </Button>
    </div>
  );
}

function BannerLink({ path, title }: { path: string; title: string }) {
  return path.startsWith("/") ? <Link to={path}>{title}</Link> : <a href={path}>{title}</a>;
}
