import { Trans } from "@lingui/react/macro";

import type { Staff } from "@/shared/api/generated";

import styles from "./staff.module.css";

/** Where somebody works, in words: the whole client, or what they are narrowed to. */
export function Places({ colleague, several }: { colleague: Staff; several: boolean }) {
  return (
    <ul className={styles.places}>
      {colleague.places.map(({ partner, contracts, product_lines: lines }) => (
        <li key={partner.id}>
          {several && <strong>{partner.name}</strong>}
          {contracts.length === 0 && lines.length === 0 && (
            <span>
              <Trans>Everything of the company</Trans>
            </span>
          )}
          {contracts.length > 0 && <span>{contracts.map((contract) => contract.name).join(", ")}</span>}
          {lines.length > 0 && <span>{lines.map((line) => line.name).join(", ")}</span>}
        </li>
      ))}
    </ul>
  );
}
