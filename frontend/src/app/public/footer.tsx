import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { FooterColumn, MenuLink, Site, SiteContacts, SocialPage } from "@/shared/api/generated";
import { Brand } from "@/shared/brand";

import styles from "./footer.module.css";

const NETWORKS: Record<string, string> = {
  telegram: "Telegram",
  whatsapp: "WhatsApp",
  linkedin: "LinkedIn",
  youtube: "YouTube",
  instagram: "Instagram",
  facebook: "Facebook",
  vk: "VK",
};

/** What editors wrote for the foot of every page; marked as another language's where it is not translated. */
export function Footer({ site }: { site: Site | undefined }) {
  return (
    <footer className={styles.footer} lang={site && site.language !== site.locale ? site.language : undefined}>
      <div className={styles.parts}>
        <div className={styles.about}>
          <Brand />
          <p>
            {site?.tagline || <Trans>The ordering portal for distributors and industrial buyers of lubricants.</Trans>}
          </p>
          {site && <SocialPages pages={site.social} />}
        </div>
        {site?.menus.footer.map((column) => (
          <Column key={column.title} column={column} />
        ))}
        {site && <Contacts contacts={site.contacts} />}
      </div>
      {site?.legal && <p className={styles.legal}>{site.legal}</p>}
    </footer>
  );
}

function Column({ column }: { column: FooterColumn }) {
  return (
    <nav className={styles.column} aria-label={column.title}>
      <h2>{column.title}</h2>
      <ul>
        {column.links.map((link) => (
          <li key={link.path}>
            <FooterLink {...link} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FooterLink({ path, title }: MenuLink) {
  return path.startsWith("/") ? <Link to={path}>{title}</Link> : <a href={path}>{title}</a>;
}

function Contacts({ contacts }: { contacts: SiteContacts }) {
  const { phone, email, address, hours } = contacts;
  if (!phone && !email && !address && !hours) return null;
  return (
    <address className={styles.column}>
      <h2>
        <Trans>Contacts</Trans>
      </h2>
      <ul>
        {phone && (
          <li>
            <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
          </li>
        )}
        {email && (
          <li>
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {address && <li>{address}</li>}
        {hours && <li>{hours}</li>}
      </ul>
    </address>
  );
}

function SocialPages({ pages }: { pages: readonly SocialPage[] }) {
  const { t } = useLingui();
  if (pages.length === 0) return null;
  return (
    <nav aria-label={t`Social networks`}>
      <ul className={styles.social}>
        {pages.map(({ network, url }) => (
          <li key={url}>
            <a href={url} rel="noopener">
              {NETWORKS[network] ?? network}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
