import { useLingui } from "@lingui/react/macro";

import type { Offer, Product } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";

import type { PackagingAction } from "./slots";

import styles from "./packaging-prices.module.css";

/** Every packaging with its own price, and what can be done with it. */
export function PackagingPrices({ product, action }: { product: Product; action: PackagingAction }) {
  return (
    <ul className={styles.list}>
      {product.packagings.map((packaging) => (
        <li key={packaging.id ?? "base"} className={styles.row}>
          <span className={styles.name}>
            {packaging.name}
            <Factor product={product} packaging={packaging} />
          </span>
          <PackagingPrice packaging={packaging} />
          <span className={styles.action}>{packaging.price && action(product, packaging)}</span>
        </li>
      ))}
    </ul>
  );
}

function Factor({ product, packaging }: { product: Product; packaging: Offer }) {
  const format = useFormat();
  if (packaging.id === null) return null;
  return <small className={styles.factor}>{format.quantity(packaging.factor, product.unit)}</small>;
}

function PackagingPrice({ packaging }: { packaging: Offer }) {
  const { t } = useLingui();
  const format = useFormat();
  if (!packaging.price) return <span className={styles.noPrice}>{t`no price in the agreement`}</span>;
  return <span className={styles.price}>{format.money(packaging.price.amount, packaging.price.currency)}</span>;
}
