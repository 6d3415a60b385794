import { useLingui } from "@lingui/react/macro";

import { ExchangeTag, EXCHANGE_STATES } from "@/shared/exchange/exchange-tag";
import { ExchangeTrack } from "@/shared/exchange/exchange-track";
import type { Exchange } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { StatusTag } from "@/shared/ui/status-tag";

import { Sample, State } from "./sample";

import styles from "./style-page.module.css";

const WHEN = "2026-11-22T09:30:00+05:00";
const exchange = (state: Exchange["state"]): Exchange => ({ state, since: WHEN, attempts: 2, message: "" }) as Exchange;
const states = Object.keys(EXCHANGE_STATES) as Exchange["state"][];

export function Messages() {
  const { t } = useLingui();
  return (
    <Sample title={t`Messages`}>
      <Notice tone="info" title={t`This is a demo`} />
      <Notice tone="success" title={t`Everything is in order`}>{t`Prices and stock were checked just now.`}</Notice>
      <Notice
        tone="warning"
        title={t`1C is not answering now`}
        action={<Button look="quiet">{t`Send again`}</Button>}
      />
      {[400, 401, 403, 404, 409, 429, 500].map((status) => (
        <ProblemNotice key={status} error={{ status, data: {} }} />
      ))}
      <ProblemNotice error={{ status: "FETCH_ERROR", error: "" }} onRetry={() => {}} />
    </Sample>
  );
}

export function Statuses() {
  const { t } = useLingui();
  return (
    <Sample title={t`States of documents`}>
      <div className={styles.row}>
        <StatusTag tone="neutral">{t`Cancelled`}</StatusTag>
        <StatusTag tone="progress">{t`Placed`}</StatusTag>
        <StatusTag tone="info">{t`Accepted`}</StatusTag>
        <StatusTag tone="success">{t`Closed`}</StatusTag>
        <StatusTag tone="warning">{t`Awaiting payment`}</StatusTag>
        <StatusTag tone="danger">{t`Rejected`}</StatusTag>
      </div>
      <div className={styles.row}>
        {states.map((state) => (
          <ExchangeTag key={state} exchange={exchange(state)} />
        ))}
      </div>
      {states.map((state) => (
        <State key={state} name={`ExchangeTrack · ${state}`}>
          <ExchangeTrack exchange={exchange(state)} takenAt={WHEN} number="0000-000123" />
        </State>
      ))}
    </Sample>
  );
}
