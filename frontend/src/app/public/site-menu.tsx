import { useLingui } from "@lingui/react/macro";
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { NavLink } from "react-router";

import type { MenuLink, SiteMenuEntry } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { Icon } from "@/shared/ui/icon";

import styles from "./site-menu.module.css";

/** The site's menu in two levels: an entry is a link, the button beside it opens what is below. */
export function SiteMenu({ entries }: { entries: readonly SiteMenuEntry[] }) {
  const { t } = useLingui();
  return (
    <nav className={styles.menu} aria-label={t`Site`}>
      <ul>
        {entries.map((entry) =>
          entry.children.length > 0 ? (
            <Branch key={entry.path} entry={entry} />
          ) : (
            <li key={entry.path}>
              <Leaf {...entry} />
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

/** Opened by a press or the keyboard; closed by Escape, and by going elsewhere. */
function Branch({ entry }: { entry: SiteMenuEntry }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <li className={styles.branch} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Leaf {...entry} />
      <button
        ref={button}
        type="button"
        className={styles.opener}
        aria-expanded={open}
        aria-controls={id}
        aria-label={t`More: ${entry.title}`}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" size={18} />
      </button>
      <ul id={id} className={styles.below} hidden={!open}>
        {entry.children.map((link) => (
          <li key={link.path}>
            <Leaf {...link} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Leaf({ path, title }: MenuLink) {
  const home = `/${useLanguage()}/`;
  if (!path.startsWith("/")) return <a href={path}>{title}</a>;
  return (
    <NavLink to={path} end={path === home}>
      {title}
    </NavLink>
  );
}
