import { useLingui } from "@lingui/react/macro";

import type { QueryError } from "@/shared/api/problem";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button, LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Icon } from "@/shared/ui/icon";

import { CartLines } from "./cart-lines";
import { previewTotal } from "./cart-line";
import { ProductSearch } from "./product-search";
import { useCart } from "./use-cart";
import type { Step } from "./wizard-steps";

import styles from "./wizard.module.css";

interface ProductsStepProps {
  agreement: number;
  currency: string;
  problem: QueryError;
  go: (step: Step) => void;
}

export function ProductsStep({ agreement, currency, problem, go }: ProductsStepProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { cart } = useCart(agreement);
  const some = cart.lines.length > 0;
  return (
    <div className={styles.content}>
      <div className={styles.search}>
        <div className={styles.find}>
          <ProductSearch agreement={agreement} />
        </div>
        <LinkButton look="quiet" to={`/${language}/cabinet/catalog?agreement=${agreement}`}>{t`Catalogue`}</LinkButton>
      </div>
      {some ? (
        <CartLines agreement={agreement} currency={currency} problem={problem} />
      ) : (
        <EmptyState
          icon="order"
          title={t`The order is empty`}
        >{t`Find a product above by its name or article, or choose in the catalogue.`}</EmptyState>
      )}
      <div className={styles.bar}>
        {some ? <PreviewSum agreement={agreement} currency={currency} /> : <span />}
        <div className={styles.buttons}>
          <Button look="quiet" onClick={() => go("requisites")}>{t`Back`}</Button>
          {some && (
            <Button onClick={() => go("check")}>
              {t`Check the order`} <Icon name="arrow" size={18} />
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function PreviewSum({ agreement, currency }: { agreement: number; currency: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const { cart } = useCart(agreement);
  return (
    <div className={styles.sum}>
      <small>{t`Preliminary sum`}</small>
      <strong>{format.money(previewTotal(cart.lines), currency)}</strong>
    </div>
  );
}
