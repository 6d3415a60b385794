import { NewOrderPage } from "@/features/ordering/new-order-page";
import { AgreementSelect } from "@/features/partners/agreement-select";
import { useChosenAgreement } from "@/features/partners/use-chosen-agreement";

import { AgreementFallback } from "./agreement-fallback";

export function NewOrderRoute() {
  const chosen = useChosenAgreement();
  return (
    <NewOrderPage
      agreement={chosen.id}
      details={chosen.agreement}
      agreementField={<AgreementSelect chosen={chosen} />}
      fallback={<AgreementFallback chosen={chosen} />}
    />
  );
}
