import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import { useLanguage } from "@/shared/i18n/use-language";
import { Icon } from "@/shared/ui/icon";

import { useUnreadNotificationsQuery } from "./api";

import styles from "./notifications.module.css";

const MOST = 99;

/** The way to the notifications, with how many are unread. */
export function Bell() {
  const { t } = useLingui();
  const language = useLanguage();
  const unread = useUnreadNotificationsQuery().data?.unread ?? 0;
  const label = unread > 0 ? t`Notifications, unread: ${unread}` : t`Notifications`;
  return (
    <Link className={styles.bell} to={`/${language}/cabinet/notifications`} aria-label={label} title={label}>
      <Icon name="bell" />
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Link>
  );
}
