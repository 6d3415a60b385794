import { ProductPage } from "@/features/catalog/product-page";
import { useChosenAgreement } from "@/features/partners/use-chosen-agreement";

import { useOrderAction } from "./use-order-action";

export function ProductRoute() {
  const chosen = useChosenAgreement();
  return <ProductPage agreement={chosen.id} action={useOrderAction(chosen.id)} />;
}
