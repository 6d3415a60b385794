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

/** The text leaves the field only when the portal has it; a retry sends the same message with the same key. */
export function Composer({ chat }: { chat: string }) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => storedDraft(chat));
  const [write, { error, isLoading, reset }] = useWriteMessageMutation();
  const change = (next: Draft) => {
    keepDraft(chat, next);
    setDraft(next);
  };
  const send = async () => {
    const text = draft.text.trim();
    if (!text || isLoading) return;
    const answer = await write({ id: chat, "Idempotency-Key": draft.key, messageInputRequest: { text } });
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
          value={draft.text}
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
