import { useLingui } from "@lingui/react/macro";
import { Input } from "antd";
import { useState, type FormEvent, type KeyboardEvent } from "react";

import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { problemKind } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { useWriteMessageMutation } from "./api";
import { keepDraft, storedDraft, type Draft } from "./draft";

import styles from "./chat.module.css";

const LONGEST = 4000;

interface ComposerProps {
  /** What the draft is kept under. */
  name: string;
  /** The conversation to write into, opened if need be; undefined when it could not be. */
  chat: () => Promise<string | undefined>;
}

/**
 * What is sent stands in the conversation at once and comes back to the field when the portal has not taken it; a retry
 * sends the same message with the same key.
 */
export function Composer({ name, chat }: ComposerProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => storedDraft(name));
  const [write, { error, isLoading, reset }] = useWriteMessageMutation();
  const change = (next: Draft) => {
    keepDraft(name, next);
    setDraft(next);
  };
  const send = async () => {
    const text = draft.text.trim();
    if (!text || isLoading) return;
    const id = await chat();
    if (id === undefined) return;
    const answer = await write({ id, "Idempotency-Key": draft.key, messageInputRequest: { text } });
    if (answer.data) change({ text: "", key: newIdempotencyKey() });
  };
  const type = (text: string) => {
    const refused = error && !["offline", "failed"].includes(problemKind(error));
    if (error) reset();
    change({ text, key: refused ? newIdempotencyKey() : draft.key });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      {error && <ProblemNotice error={error} onRetry={() => void send()} />}
      <div className={styles.writing}>
        <Input.TextArea
          aria-label={t`Your message`}
          placeholder={t`Your message`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={LONGEST}
          readOnly={isLoading}
          value={isLoading ? "" : draft.text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
        <Button type="submit" busy={isLoading}>
          <Icon name="send" size={18} /> {t`Send`}
        </Button>
      </div>
    </form>
  );
}
