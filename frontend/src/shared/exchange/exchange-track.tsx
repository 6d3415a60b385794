import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Exchange } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { Icon, type IconName } from "@/shared/ui/icon";

import styles from "./exchange-track.module.css";

type StepState = "done" | "now" | "later" | "failed";

const ICONS: Record<StepState, IconName> = { done: "check", now: "clock", later: "clock", failed: "alert" };

interface ExchangeTrackProps {
  exchange: Exchange;
  /** When the portal took the object. */
  takenAt: string;
  /** The number 1C gave it. */
  number?: string | undefined;
  /** Why 1C refused it. */
  reason?: string | undefined;
}

/** The way of an object from the portal into 1C: what has happened, what is awaited, since when. */
export function ExchangeTrack({ exchange, takenAt, number, reason }: ExchangeTrackProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [sent, accepted] = trackStates(exchange.state);
  const since = exchange.since ? format.dateTime(exchange.since) : null;
  return (
    <ol className={styles.track} aria-label={t`The way to 1C`} aria-live="polite">
      <Step state="done" title={t`Received by the portal`} note={format.dateTime(takenAt)} />
      <Step
        state={sent}
        title={sent === "done" ? t`Handed over to 1C` : t`Waiting for 1C`}
        note={sent !== "done" && <Waiting since={since} exchange={exchange} />}
      />
      <Step
        state={accepted}
        title={accepted === "failed" ? t`Refused by 1C` : accepted === "done" ? t`In 1C` : t`1C confirms receipt`}
        note={
          accepted === "done" ? (
            <>
              {number && <strong>№ {number}</strong>} {since}
            </>
          ) : accepted === "failed" ? (
            exchange.message || reason
          ) : null
        }
      />
    </ol>
  );
}

/** The states of "sent" and "in 1C" by what the exchange says. */
export function trackStates(state: Exchange["state"]): [StepState, StepState] {
  if (state === "accepted") return ["done", "done"];
  if (state === "rejected") return ["done", "failed"];
  if (state === "sent") return ["done", "now"];
  return [state === "parked" ? "failed" : "now", "later"];
}

function Waiting({ since, exchange }: { since: string | null; exchange: Exchange }) {
  return (
    <>
      {since && <Trans>since {since}</Trans>}
      {exchange.attempts === 0 && <span className={styles.said}>{exchange.message}</span>}
      {exchange.attempts > 0 && (
        <>
          {" "}
          · <Plural value={exchange.attempts} one="# attempt" other="# attempts" />
        </>
      )}
    </>
  );
}

function Step({ state, title, note }: { state: StepState; title: string; note?: ReactNode }) {
  return (
    <li className={`${styles.step} ${styles[state]}`} aria-current={state === "now" ? "step" : undefined}>
      <span className={styles.dot}>
        <Icon name={ICONS[state]} size={16} />
      </span>
      <span className={styles.title}>{title}</span>
      {note && <span className={styles.note}>{note}</span>}
    </li>
  );
}
