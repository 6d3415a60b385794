import { Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useEffect } from "react";

import type { OrderCheck } from "@/shared/api/generated";
import { problemKind, unplacedMessages } from "@/shared/api/problem";
import { useFormat } from "@/shared/format/use-format";
import { useUrlFilters } from "@/shared/url/use-url-filters";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { Skeleton } from "@/shared/ui/skeleton";

import { useCheckOrderMutation } from "./api";
import { orderLines } from "./cart-line";
import { CheckedLines } from "./checked-lines";
import { lineProblems } from "./line-problems";
import { useCart } from "./use-cart";
import type { usePlaceOrder } from "./use-place-order";
import type { Step } from "./wizard-steps";

import styles from "./wizard.module.css";

interface CheckStepProps {
  agreement: number;
  placing: ReturnType<typeof usePlaceOrder>;
  go: (step: Step) => void;
}

/** What the portal makes of the order before anything is written: its prices, its total, its warnings. */
export function CheckStep({ agreement, placing, go }: CheckStepProps) {
  const { cart } = useCart(agreement);
  const [check, { data, error, isLoading }] = useCheckOrderMutation();
  const { lines } = cart;
  const run = useCallback(
    () => void check({ orderCheckInputRequest: { agreement, lines: orderLines(lines) } }),
    [check, agreement, lines],
  );
  useEffect(() => {
    if (lines.length > 0) run();
    else go("products");
    // The cart empties when the order is placed; only entering the step asks for a check.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className={styles.content}>
      {error && <LineProblemNotice agreement={agreement} error={error} onRetry={run} onEdit={() => go("products")} />}
      {isLoading && !data && <Skeleton rows={5} height="3.25rem" />}
      {data && <Checked agreement={agreement} check={data} placing={placing} rerun={run} go={go} />}
    </div>
  );
}

interface CheckedProps extends CheckStepProps {
  check: OrderCheck;
  rerun: () => void;
}

function Checked({ agreement, check, placing, rerun, go }: CheckedProps) {
  const { t } = useLingui();
  const format = useFormat();
  const filters = useUrlFilters();
  const { cart } = useCart(agreement);
  const submit = async () => {
    const order = await placing.place(check.total);
    if (order) filters.change({ step: "placed", order: order.id, agreement: null }, { replace: true });
  };
  return (
    <>
      <Warnings check={check} />
      {cart.inDoubt && (
        <Notice
          tone="warning"
          title={t`An earlier attempt got no answer`}
        >{t`Look into My orders before you place this one: the earlier order may already be there.`}</Notice>
      )}
      <CheckedLines check={check} cart={cart} />
      {placing.error && <PlacingProblem agreement={agreement} placing={placing} rerun={rerun} go={go} />}
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
    </>
  );
}

function Warnings({ check }: { check: OrderCheck }) {
  const { t } = useLingui();
  if (check.warnings.length === 0)
    return (
      <Notice tone="success" title={t`Everything is in order`}>{t`Prices and stock were checked just now.`}</Notice>
    );
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

/** Why placing failed: what is about a field leads to its step, a lost answer invites a safe retry. */
function PlacingProblem({ agreement, placing, rerun, go }: CheckStepProps & { rerun: () => void }) {
  const { t } = useLingui();
  const { error } = placing;
  const kind = problemKind(error);
  if (kind === "offline" || kind === "failed") {
    return (
      <Notice
        tone="warning"
        title={t`The portal has not answered`}
      >{t`Try again: the same order is sent with the same key, so it cannot be placed twice.`}</Notice>
    );
  }
  if (lineProblems(error).size > 0)
    return <LineProblemNotice agreement={agreement} error={error} onEdit={() => go("products")} />;
  if (kind === "invalid") {
    const extra = unplacedMessages(error, ["lines"]);
    return (
      <Notice
        tone="danger"
        title={<Trans>Please check what you entered</Trans>}
        action={<Button look="quiet" onClick={() => go("requisites")}>{t`To the requisites`}</Button>}
      >
        {extra.join(" ")}
      </Notice>
    );
  }
  const again = () => {
    placing.reset();
    rerun();
  };
  return <ProblemNotice error={error} onRetry={kind === "conflict" ? again : undefined} />;
}

interface LineProblemNoticeProps {
  agreement: number;
  error: Parameters<typeof lineProblems>[0];
  onRetry?: () => void;
  onEdit: () => void;
}

function LineProblemNotice({ agreement, error, onRetry, onEdit }: LineProblemNoticeProps) {
  const { t } = useLingui();
  const { cart } = useCart(agreement);
  const problems = [...lineProblems(error)];
  if (problems.length === 0)
    return <ProblemNotice error={error} onRetry={onRetry} extra={unplacedMessages(error, [])} />;
  return (
    <Notice
      tone="danger"
      title={t`Some lines cannot be ordered as they are`}
      action={<Button look="quiet" onClick={onEdit}>{t`Change the lines`}</Button>}
    >
      <ul className={styles.warnings}>
        {problems.map(([at, messages]) => (
          <li key={at}>{[cart.lines[at]?.name, messages.join(" ")].filter(Boolean).join(": ")}</li>
        ))}
      </ul>
    </Notice>
  );
}
