import type { Offer, Product } from "@/shared/api/generated";
import { multiply, round, sum } from "@/shared/format/decimal";

import type { CartLine } from "./cart";

const MONEY_PLACES = 2;

/** What the cart keeps of a product in a packaging. */
export function cartLine(product: Product, packaging: Offer, quantity: string): CartLine {
  return {
    product: product.id,
    packaging: packaging.id,
    quantity,
    name: product.name,
    article: product.article,
    packagingName: packaging.name,
    unit: product.unit,
    price: packaging.price?.amount ?? null,
  };
}

/** Quantity × price rounded to kopecks; null without a price. */
export function lineAmount({ quantity, price }: Pick<CartLine, "quantity" | "price">): string | null {
  return price === null ? null : round(multiply(quantity, price), MONEY_PLACES);
}

/** The preview of the total: rounded lines, added. The server's check has the last word. */
export function previewTotal(lines: readonly Pick<CartLine, "quantity" | "price">[]): string {
  return sum(lines.map((line) => lineAmount(line) ?? "0"));
}

/** The lines as the ordering API takes them. */
export function orderLines(lines: readonly CartLine[]) {
  return lines.map(({ product, packaging, quantity }) => ({ product, packaging, quantity }));
}
