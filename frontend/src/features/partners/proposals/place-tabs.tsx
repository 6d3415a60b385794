import { useLingui } from "@lingui/react/macro";
import { NavLink } from "react-router";

import { useLanguage } from "@/shared/i18n/use-language";

import styles from "./proposals.module.css";

/** The two lists of one screen. */
export function PlaceTabs() {
  const { t } = useLingui();
  const root = `/${useLanguage()}/cabinet/places`;
  return (
    <nav className={styles.tabs} aria-label={t`Consignees and addresses`}>
      <NavLink className={styles.tab} to={root} end>
        {t`Delivery addresses`}
      </NavLink>
      <NavLink className={styles.tab} to={`${root}/consignees`} end>
        {t`Consignees`}
      </NavLink>
    </nav>
  );
}
