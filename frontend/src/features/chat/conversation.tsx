import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";

import type { Message } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { allows, useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { QueryView } from "@/shared/ui/query-view";

import { useMessagesQuery, useReadChatMutation } from "./api";
import { Composer } from "./composer";
import { MessageMark } from "./message-mark";

import styles from "./chat.module.css";

const [FIRST, STEP, MOST] = [50, 50, 200];
const WATCH_MS = 10_000;

interface ConversationProps {
  /** Undefined while nobody has said anything yet. */
  chat: string | undefined;
  /** What a draft is kept under while there is no conversation. */
  name?: string;
  title?: React.ReactNode;
  empty?: React.ReactNode;
  /** Opens the conversation when the first message is sent. */
  open?: () => Promise<string | undefined>;
  /** Stands among other things on a page. */
  compact?: boolean;
}

/** One conversation, oldest first, with the place to write below. Marks of delivery are read again while any waits. */
export function Conversation({ chat, name = chat, title, empty, open, compact = false }: ConversationProps) {
  const { t } = useLingui();
  const mayWrite = allows(useSession(), "chat.write_message");
  const [size, setSize] = useState(FIRST);
  const [waiting, setWaiting] = useState(false);
  const query = useMessagesQuery(
    { id: chat ?? "", pageSize: size },
    { skip: chat === undefined, pollingInterval: waiting ? WATCH_MS : 0, skipPollingIfUnfocused: true },
  );
  const travelling = query.data?.results.some(isTravelling) ?? false;
  if (travelling !== waiting) setWaiting(travelling);
  useReading(chat, query.data?.results[0]?.id);
  const missing = <EmptyState icon="chat" title={t`There is no such conversation`} />;
  const nothing = empty ?? (
    <EmptyState icon="chat" title={t`Nothing has been said yet`}>{t`Write the first message below.`}</EmptyState>
  );
  return (
    <section className={styles.conversation} data-compact={compact} aria-label={t`Conversation`}>
      {title}
      {chat === undefined && nothing}
      {chat !== undefined && (
        <QueryView query={query} missing={missing}>
          {(page) => (
            <Lines messages={page.results.toReversed()} newest={page.results[0]?.id} empty={nothing}>
              {page.count > page.results.length && size < MOST && (
                <Button look="quiet" onClick={() => setSize(size + STEP)}>{t`Show earlier`}</Button>
              )}
            </Lines>
          )}
        </QueryView>
      )}
      {mayWrite && name && <Composer name={name} chat={open ?? (() => Promise.resolve(chat))} />}
    </section>
  );
}

const isTravelling = ({ exchange }: Message) => exchange !== null && ["waiting", "sent"].includes(exchange.state);

/** Whatever is on the screen has been read. */
function useReading(chat: string | undefined, newest: string | undefined): void {
  const [read] = useReadChatMutation();
  useEffect(() => {
    if (chat && newest) void read({ id: chat });
  }, [chat, newest, read]);
}

interface LinesProps {
  messages: Message[];
  newest: string | undefined;
  empty: React.ReactNode;
  children: React.ReactNode;
}

function Lines({ messages, newest, empty, children }: LinesProps) {
  const { t } = useLingui();
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lines = log.current;
    if (lines) lines.scrollTop = lines.scrollHeight; // of the messages alone: the page stays where its reader is
  }, [newest]);
  if (messages.length === 0) return empty;
  return (
    <div ref={log} className={styles.lines} role="log" aria-live="polite" tabIndex={0} aria-label={t`Messages`}>
      {children}
      {messages.map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </div>
  );
}

function Line({ message }: { message: Message }) {
  const { t } = useLingui();
  const format = useFormat();
  const { mine, author, side, text, sent_at, exchange } = message;
  return (
    <article className={styles.line} data-mine={mine} data-side={side}>
      <header className={styles.note}>
        <strong>{mine ? t`You` : author || t`Manager`}</strong> {format.dateTime(sent_at)}
      </header>
      <p className={styles.text}>{text}</p>
      <footer className={styles.note}>
        <MessageMark exchange={exchange} />
      </footer>
    </article>
  );
}
