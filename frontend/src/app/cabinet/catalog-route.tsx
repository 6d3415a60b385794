import { CatalogPage } from "@/features/catalog/catalog-page";
import { AgreementSelect } from "@/features/partners/agreement-select";
import { useChosenAgreement } from "@/features/partners/use-chosen-agreement";

import { AgreementFallback } from "./agreement-fallback";
import { useOrderAction } from "./use-order-action";

export function CatalogRoute() {
  const chosen = useChosenAgreement();
  const action = useOrderAction(chosen.id);
  return (
    <CatalogPage
      agreement={chosen.id}
      agreementField={<AgreementSelect chosen={chosen} />}
      fallback={<AgreementFallback chosen={chosen} />}
      action={action}
    />
  );
}
