import { useLingui } from "@lingui/react/macro";
import { useSelector } from "react-redux";

import { ActingBanner } from "@/features/acting/acting-banner";
import { useBannersQuery, useSiteQuery } from "@/features/content/api";
import { BannerStrip } from "@/features/content/banner-strip";
import { selectOnline } from "@/shared/events/connection";
import { useLanguage } from "@/shared/i18n/use-language";
import { Icon } from "@/shared/ui/icon";

import styles from "./banners.module.css";

/** What concerns every screen: that the network is away, that the cabinet is a client's, what editors say. */
export function Banners() {
  const { t } = useLingui();
  const online = useSelector(selectOnline);
  return (
    <>
      <ActingBanner />
      <div role="status">
        {!online && (
          <p className={styles.offline}>
            <Icon name="offline" size={18} />{" "}
            {t`You are offline. You see what was loaded before; your order is kept in this browser.`}
          </p>
        )}
      </div>
      <EditorsBanners />
    </>
  );
}

/** Those for everybody come with the site, those for the reader's roles are asked for. */
function EditorsBanners() {
  const locale = useLanguage();
  const { currentData: site } = useSiteQuery({ locale });
  const { currentData: own } = useBannersQuery({ locale });
  return <BannerStrip banners={[...(own ?? []), ...(site?.banners ?? [])]} />;
}
