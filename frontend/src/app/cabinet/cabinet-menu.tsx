import { useLingui } from "@lingui/react/macro";
import { Link, NavLink } from "react-router";

import type { MenuEntry } from "@/shared/api/generated";
import { Brand, BRAND_NAME } from "@/shared/brand";
import type { Language } from "@/shared/i18n/language";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { Icon, isIconName } from "@/shared/ui/icon";

import { useMenuCounts } from "./use-menu-counts";

import styles from "./cabinet-menu.module.css";

/** The address of an entry: "/cabinet/orders", "cabinet/orders" and "/ru/cabinet/orders" all mean the same screen. */
export function entryPath({ path }: Pick<MenuEntry, "path">, language: Language): string {
  const bare = path.replace(/^\/?(?:(?:ru|en|kk)\/)?(?:cabinet\/)?/, "").replace(/\/$/, "");
  return `/${language}/cabinet/${bare}`;
}

/** What the modules of this portal offer to this user, as the session says. */
export function CabinetMenu({ onChoose }: { onChoose?: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const menu = useSession()?.menu ?? [];
  const counts = useMenuCounts();
  return (
    <div className={styles.menu}>
      <Link
        className={styles.brand}
        to={`/${language}/`}
        aria-label={t`${BRAND_NAME}, to the home page`}
        onClick={onChoose}
      >
        <Brand />
      </Link>
      <nav aria-label={t`Cabinet`}>
        <ul className={styles.entries}>
          {menu.map((entry) => (
            <li key={entry.code}>
              <NavLink className={styles.entry} to={entryPath(entry, language)} onClick={onChoose}>
                <Icon name={iconOf(entry)} />
                {entry.title}
                <Count of={entry.code} counts={counts} />
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** How much news waits behind an entry; nothing when there is none. */
function Count({ of, counts }: { of: string; counts: Record<string, number> }) {
  const { t } = useLingui();
  const count = counts[of] ?? 0;
  if (count === 0) return null;
  return (
    <span className={styles.count} aria-label={t`unread: ${count}`}>
      {count}
    </span>
  );
}

function iconOf({ icon, code }: MenuEntry) {
  return [icon, code].find(isIconName) ?? "box";
}
