import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";

import type { OrderCheck } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { Skeleton } from "@/shared/ui/skeleton";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { CheckedLines } from "./checked-lines";
import { LimitFacts } from "./limit-facts";
import { LineProblemNotice } from "./line-problem-notice";
import { PlacingProblem } from "./placing-problem";
import { useCart } from "./use-cart";
import type { useCheckOrder } from "./use-check-order";
import type { usePlaceOrder } from "./use-place-order";
import type { Step } from "./wizard-steps";

import styles from "./wizard.module.css";

interface CheckStepProps {
  agreement: number;
  checking: ReturnType<typeof useCheckOrder>;
  placing: ReturnType<typeof usePlaceOrder>;
  go: (step: Step) => void;
}

/** What the portal makes of the order before anything is written: its prices, its total, its warnings. */
export function CheckStep({ agreement, checking, placing, go }: CheckStepProps) {
  const { cart } = useCart(agreement);
  const { run, data, error, isLoading } = checking;
  useEffect(() => {
    if (cart.lines.length > 0) run();
    else go("products");
    // The cart empties when the order is placed; only entering the step asks for a check.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const recheck = () => {
    placing.reset();
    run();
  };
  return (
    <div className={styles.content}>
      {error && <LineProblemNotice agreement={agreement} error={error} onRetry={run} onEdit={() => go("products")} />}
      {isLoading && <Skeleton rows={5} height="3.25rem" />}
      {data && <Checked agreement={agreement} check={data} />}
      {placing.error && <PlacingProblem agreement={agreement} error={placing.error} onRecheck={recheck} go={go} />}
      {data && <PlaceBar agreement={agreement} check={data} placing={placing} go={go} />}
    </div>
  );
}

function Checked({ agreement, check }: { agreement: number; check: OrderCheck }) {
  const { t } = useLingui();
  const { cart } = useCart(agreement);
  const look = t`Look into My orders before you place this one: the earlier order may already be there.`;
  return (
    <>
      <Warnings check={check} />
      {cart.inDoubt && <Notice tone="warning" title={t`An earlier attempt got no answer`} children={look} />}
      <CheckedLines check={check} cart={cart} />
      {check.limit && <LimitFacts limit={check.limit} />}
    </>
  );
}

interface PlaceBarProps extends Omit<CheckStepProps, "checking"> {
  check: OrderCheck;
}

function PlaceBar({ agreement, check, placing, go }: PlaceBarProps) {
  const { t } = useLingui();
  const format = useFormat();
  const filters = useUrlFilters();
  const { cart } = useCart(agreement);
  const submit = async () => {
    const order = await placing.place(check.total);
    if (order) filters.change({ step: "placed", order: order.id, agreement: null }, { replace: true });
  };
  return (
    <div className={styles.bar}>
      <div className={styles.sum}>
        <small>{t`Total of the order`}</small>
        <strong>{format.money(check.total, check.currency)}</strong>
      </div>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={() => go("products")}>{t`Back`}</Button>
        <Button busy={placing.isLoading} onClick={() => void submit()}>
          {cart.attempt ? t`Try again` : t`Place the order`}
        </Button>
      </div>
    </div>
  );
}

function Warnings({ check }: { check: OrderCheck }) {
  const { t } = useLingui();
  if (check.warnings.length === 0) {
    const enough = t`The prices are current, and the stock that is known covers the order.`;
    return <Notice tone="success" title={t`Everything is in order`} children={enough} />;
  }
  return (
    <Notice tone="warning" title={t`Please note`}>
      <ul className={styles.warnings}>
        {check.warnings.map((warning, at) => (
          <li key={at}>{warning.message}</li>
        ))}
      </ul>
    </Notice>
  );
}
