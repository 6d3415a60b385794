import type { PackagingAction } from "@/features/catalog/slots";
import { AddToOrder } from "@/features/ordering/add-to-order";
import { allows, useSession } from "@/shared/session/use-session";

/** The catalogue's place for ordering; empty for those who may only look. */
export function useOrderAction(agreement: number | undefined): PackagingAction {
  const mayOrder = allows(useSession(), "ordering.place_order");
  if (!mayOrder || agreement === undefined) return () => null;
  return (product, packaging) => <AddToOrder agreement={agreement} product={product} packaging={packaging} />;
}
