import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "react-router";

import { Icon } from "@/shared/ui/icon";
import { changedQuery } from "@/shared/url/use-url-filters";

import styles from "./wizard.module.css";

export const STEPS = ["requisites", "products", "check", "placed"] as const;

export type Step = (typeof STEPS)[number];

const TITLES = {
  requisites: msg`Requisites`,
  products: msg`Products`,
  check: msg`Check`,
  placed: msg`Placed`,
};

export function stepOf(value: string): Step {
  return STEPS.includes(value as Step) ? (value as Step) : "requisites";
}

/** Where the buyer is; a step already passed is a link back to it. */
export function WizardSteps({ current }: { current: Step }) {
  const { t, i18n } = useLingui();
  const [params] = useSearchParams();
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={t`Steps of the order`}>
      <ol className={styles.steps}>
        {STEPS.map((step, index) => {
          const passed = index < at;
          const name = (
            <>
              <span className={styles.number}>{passed ? <Icon name="check" size={16} /> : index + 1}</span>
              <span className={styles.label}>{i18n._(TITLES[step])}</span>
            </>
          );
          return (
            <li
              key={step}
              className={styles.step}
              aria-current={index === at ? "step" : undefined}
              data-passed={passed}
            >
              {passed && current !== "placed" ? (
                <Link to={`?${changedQuery(params, { step })}`}>{name}</Link>
              ) : (
                <span>{name}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
