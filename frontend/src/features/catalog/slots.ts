import type { ReactNode } from "react";

import type { Offer, Product } from "@/shared/api/generated";

/** What the app puts beside a price: the catalogue itself knows nothing of orders. */
export type PackagingAction = (product: Product, packaging: Offer) => ReactNode;
