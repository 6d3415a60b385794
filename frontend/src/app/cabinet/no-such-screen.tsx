import { useLingui } from "@lingui/react/macro";

import { EmptyState } from "@/shared/ui/empty-state";

export function NoSuchScreen() {
  const { t } = useLingui();
  return (
    <EmptyState icon="search" level="h1" title={t`There is no such screen in your cabinet`}>
      {t`Choose one in the menu. If something is missing, ask the head of your company's account or your manager.`}
    </EmptyState>
  );
}
