import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent, type ReactNode } from "react";

import type { Agreement } from "@/shared/api/generated";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { CheckStep } from "./check-step";
import { PlacedStep } from "./placed-step";
import { ProductsStep } from "./products-step";
import { RequisitesStep } from "./requisites-step";
import { useCart } from "./use-cart";
import { useCheckOrder } from "./use-check-order";
import { usePlaceOrder } from "./use-place-order";
import { stepOf, WizardSteps, type Step } from "./wizard-steps";

interface NewOrderPageProps {
  agreement: number | undefined;
  details: Agreement | undefined;
  agreementField: ReactNode;
  fallback: ReactNode;
}

/** The new order: each step has its own address, what was entered is kept in the cart of the agreement. */
export function NewOrderPage({ agreement, details, agreementField, fallback }: NewOrderPageProps) {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const step = stepOf(filters.text("step"));
  useDocumentTitle(t`New order`);
  return (
    <>
      <ScreenHead title={t`New order`} />
      <WizardSteps current={step} />
      {step === "placed" ? (
        <PlacedStep id={filters.text("order")} />
      ) : agreement === undefined ? (
        fallback
      ) : (
        <EditSteps
          key={agreement}
          step={step}
          agreement={agreement}
          details={details}
          agreementField={agreementField}
        />
      )}
    </>
  );
}

interface EditStepsProps extends Omit<NewOrderPageProps, "fallback" | "agreement"> {
  step: Step;
  agreement: number;
}

/** Holds the check and the placing across the steps: a refusal names fields of the earlier ones. */
function EditSteps({ step, agreement, details, agreementField }: EditStepsProps) {
  const filters = useUrlFilters();
  const checking = useCheckOrder(agreement);
  const placing = usePlaceOrder(agreement);
  useForgetting(agreement, [checking.reset, placing.reset]);
  const problem = placing.error ?? checking.error;
  const go = (next: Step) => {
    filters.change({ step: next });
    window.scrollTo({ top: 0 });
  };
  if (step === "products") {
    return <ProductsStep agreement={agreement} currency={details?.currency ?? ""} problem={problem} go={go} />;
  }
  if (step === "check") return <CheckStep agreement={agreement} checking={checking} placing={placing} go={go} />;
  return (
    <RequisitesStep agreement={agreement} details={details} agreementField={agreementField} problem={problem} go={go} />
  );
}

/** What was said of the order no longer holds once the order is changed. */
function useForgetting(agreement: number, resets: (() => void)[]): void {
  const { lines, requisites } = useCart(agreement).cart;
  const forget = useEffectEvent(() => resets.forEach((reset) => reset()));
  useEffect(() => forget(), [lines, requisites]);
}
