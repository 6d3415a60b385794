import { Trans, useLingui } from "@lingui/react/macro";

import { useFormat } from "@/shared/format/use-format";
import { Button } from "@/shared/ui/button";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";
import { StatusTag } from "@/shared/ui/status-tag";

import { useEndSessionsMutation, useOpenSessionsQuery, type OpenSession } from "./api";

import styles from "./security.module.css";

export function SessionsCard() {
  const query = useOpenSessionsQuery(undefined, { refetchOnMountOrArgChange: true });
  const [end, { error, isLoading }] = useEndSessionsMutation();
  return (
    <section className={styles.card} aria-labelledby="sessions">
      <header className={styles.cardHead}>
        <h2 id="sessions">
          <Trans>Open sessions</Trans>
        </h2>
      </header>
      <QueryView query={query}>
        {(sessions) => <SessionList sessions={sessions} busy={isLoading} onEnd={(ids) => void end(ids)} />}
      </QueryView>
      {error && <ProblemNotice error={error} />}
    </section>
  );
}

interface SessionListProps {
  sessions: OpenSession[];
  busy: boolean;
  onEnd: (ids: number[]) => void;
}

function SessionList({ sessions, busy, onEnd }: SessionListProps) {
  const { t } = useLingui();
  const others = sessions.filter((session) => !session.is_current).map((session) => session.id);
  return (
    <div className={styles.form}>
      <p>
        <Trans>Where you are signed in. End what you do not know, and change your password then.</Trans>
      </p>
      <ul className={styles.sessions}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} busy={busy} onEnd={() => onEnd([session.id])} />
        ))}
      </ul>
      {others.length > 0 && (
        <div className={styles.actions}>
          <Button look="quiet" busy={busy} onClick={() => onEnd(others)}>{t`End all others`}</Button>
        </div>
      )}
    </div>
  );
}

function SessionRow({ session, busy, onEnd }: { session: OpenSession; busy: boolean; onEnd: () => void }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const at = (seconds: number) => dateTime(new Date(seconds * 1000).toISOString());
  const { device } = session;
  return (
    <li className={styles.session}>
      <div>
        <strong>{device}</strong> {session.is_current && <StatusTag tone="success">{t`this session`}</StatusTag>}
        <div className={styles.note}>
          <Trans>
            Address {session.ip}, last seen {at(session.last_seen_at)}, signed in {at(session.created_at)}
          </Trans>
        </div>
      </div>
      {!session.is_current && (
        <Button look="quiet" busy={busy} aria-label={t`End the session: ${device}`} onClick={onEnd}>{t`End`}</Button>
      )}
    </li>
  );
}
