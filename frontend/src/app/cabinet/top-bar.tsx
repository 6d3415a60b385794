import { useLingui } from "@lingui/react/macro";
import { Drawer } from "antd";
import { useState } from "react";

import { Bell } from "@/features/notifications/bell";
import { CartButton } from "@/features/ordering/cart-button";
import { Brand } from "@/shared/brand";
import { allows, useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { LanguageSwitch } from "@/shared/ui/language-switch";
import { ThemeSwitch } from "@/shared/ui/theme-switch";

import { CabinetMenu } from "./cabinet-menu";
import { ConnectionMark } from "./connection-mark";
import { UserMenu } from "./user-menu";

import styles from "./top-bar.module.css";

/** `narrow`: for somebody who may not go anywhere yet. */
export function TopBar({ narrow = false }: { narrow?: boolean }) {
  return narrow ? <NarrowBar /> : <FullBar />;
}

function NarrowBar() {
  return (
    <header className={styles.bar}>
      <Brand />
      <div className={styles.tools}>
        <LanguageSwitch />
        <UserMenu />
      </div>
    </header>
  );
}

function FullBar() {
  const { t } = useLingui();
  const session = useSession();
  const [open, setOpen] = useState(false);
  return (
    <header className={styles.bar}>
      <span className={styles.phone}>
        <Button look="bare" aria-label={t`Menu`} aria-expanded={open} onClick={() => setOpen(true)}>
          <Icon name="menu" />
        </Button>
        <Brand />
      </span>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={288}
        closable={false}
        styles={{ body: { padding: 0 } }}
        aria-label={t`Menu`}
      >
        <CabinetMenu onChoose={() => setOpen(false)} />
        <div className={styles.drawerTools}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </Drawer>
      <span className={styles.wide}>{allows(session, "ordering.place_order") && <CartButton />}</span>
      <div className={styles.tools}>
        <ConnectionMark />
        {allows(session, "notifications.view_notification") && <Bell />}
        <span className={styles.desktop}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
        <UserMenu />
      </div>
    </header>
  );
}
