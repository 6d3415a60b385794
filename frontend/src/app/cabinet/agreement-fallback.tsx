import { useLingui } from "@lingui/react/macro";

import type { ChosenAgreement } from "@/features/partners/use-chosen-agreement";
import { EmptyState } from "@/shared/ui/empty-state";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { Skeleton } from "@/shared/ui/skeleton";

/** What a screen that needs an agreement shows while there is none. */
export function AgreementFallback({ chosen }: { chosen: ChosenAgreement }) {
  const { t } = useLingui();
  if (chosen.error) return <ProblemNotice error={chosen.error} />;
  if (!chosen.none) return <Skeleton rows={6} height="3.5rem" />;
  return (
    <EmptyState icon="info" title={t`You have no agreement in force`}>
      {t`Prices and assortment come from an agreement. Ask your manager to open one or to give you access.`}
    </EmptyState>
  );
}
