import { useLingui } from "@lingui/react/macro";

import type { Exchange } from "@/shared/api/generated";
import type { QueryError } from "@/shared/api/problem";
import { ExchangeTrack } from "@/shared/exchange/exchange-track";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import styles from "./proposals.module.css";

interface WayToOneCProps {
  exchange: Exchange | null;
  changedAt: string | null;
  mayResend: boolean;
  resend: { again: () => void; busy: boolean; error: QueryError };
}

/** Where a proposal is on its way to 1C; while 1C does not take it, a way to wake the delivery. */
export function WayToOneC({ exchange, changedAt, mayResend, resend }: WayToOneCProps) {
  const { t } = useLingui();
  if (!exchange) return null;
  const stuck = exchange.state === "parked" || (exchange.state === "waiting" && exchange.attempts > 0);
  return (
    <>
      {resend.error && <ProblemNotice error={resend.error} onRetry={resend.again} />}
      {!resend.error && stuck && (
        <Notice
          tone="warning"
          title={exchange.state === "parked" ? t`This could not be handed to 1C` : t`1C is not answering now`}
          action={mayResend && <Button look="quiet" busy={resend.busy} onClick={resend.again}>{t`Send again`}</Button>}
        >
          {exchange.message}
        </Notice>
      )}
      <section className={styles.card} aria-label={t`The way to 1C`}>
        <ExchangeTrack exchange={exchange} takenAt={changedAt ?? exchange.since ?? ""} />
      </section>
    </>
  );
}
