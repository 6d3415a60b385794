import { useLingui } from "@lingui/react/macro";

import type { ContactsPage, Office } from "@/shared/api/generated";
import { Icon } from "@/shared/ui/icon";

import { PageHead } from "./page-head";

import offices from "./contacts-view.module.css";
import styles from "./views.module.css";

/** Offices country by country, in the order of the page. */
export function ContactsView({ page }: { page: ContactsPage }) {
  const countries = byCountry(page.offices);
  return (
    <section className={styles.section}>
      <PageHead page={page} />
      {[...countries].map(([country, listed]) => (
        <section key={country} className={offices.country}>
          <h2>{country}</h2>
          <ul className={offices.offices}>
            {listed.map((office) => (
              <li key={office.title}>
                <OfficeCard office={office} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function byCountry(listed: readonly Office[]): Map<string, Office[]> {
  const countries = new Map<string, Office[]>();
  for (const office of listed) {
    countries.set(office.country_name, [...(countries.get(office.country_name) ?? []), office]);
  }
  return countries;
}

function OfficeCard({ office }: { office: Office }) {
  const { t } = useLingui();
  return (
    <address className={offices.office}>
      <h3>{office.title}</h3>
      {office.address && <p>{office.address}</p>}
      {office.phones.map((phone) => (
        <a key={phone} href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>
          {phone}
        </a>
      ))}
      {office.mails.map((mail) => (
        <a key={mail} href={`mailto:${mail}`}>
          {mail}
        </a>
      ))}
      {office.hours && (
        <p className={offices.hours}>
          <Icon name="clock" size={18} /> {office.hours}
        </p>
      )}
      {office.map && (
        <a href={office.map} target="_blank" rel="noreferrer" aria-label={t`${office.title}: on the map`}>
          {t`On the map`}
        </a>
      )}
    </address>
  );
}
