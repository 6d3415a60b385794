import { useLingui } from "@lingui/react/macro";
import { useSelector } from "react-redux";

import { ActingBanner } from "@/features/acting/acting-banner";
import { selectOnline } from "@/shared/events/connection";
import { Icon } from "@/shared/ui/icon";

import styles from "./banners.module.css";

/** What concerns every screen: that the network is away, that the cabinet is a client's. */
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
    </>
  );
}
