import { Link } from "react-router";

import type { SectionPage } from "@/shared/api/generated";
import { Icon } from "@/shared/ui/icon";

import { Blocks } from "./blocks";
import { PageHead } from "./page-head";

import cards from "./section-view.module.css";
import styles from "./views.module.css";

/** The pages below a section, each a card that leads there. */
export function SectionView({ page }: { page: SectionPage }) {
  return (
    <section className={styles.section}>
      <PageHead page={page} />
      {page.body.length > 0 && <Blocks blocks={page.body} />}
      <ul className={cards.cards}>
        {page.children.map((child) => (
          <li key={child.path} className={cards.card}>
            <h2>
              <Link to={child.path}>{child.title}</Link>
            </h2>
            {child.intro && <p>{child.intro}</p>}
            <Icon name="arrow" />
          </li>
        ))}
      </ul>
    </section>
  );
}
