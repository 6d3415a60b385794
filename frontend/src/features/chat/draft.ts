import { newIdempotencyKey } from "@/shared/api/idempotency-key";

/** What was typed and not yet sent, with the key of the message it is to become. */
export interface Draft {
  text: string;
  key: string;
}

const nameOf = (chat: string) => `kabinet.message.${chat}`;

/** The draft of a conversation; it outlives an error, a reload and a closed browser. */
export function storedDraft(chat: string, storage: Storage = localStorage): Draft {
  try {
    const found = JSON.parse(storage.getItem(nameOf(chat)) ?? "") as Partial<Draft>;
    if (typeof found.text === "string" && typeof found.key === "string") return { text: found.text, key: found.key };
  } catch {
    // nothing kept, or nothing readable
  }
  return { text: "", key: newIdempotencyKey() };
}

export function keepDraft(chat: string, draft: Draft, storage: Storage = localStorage): void {
  if (draft.text) storage.setItem(nameOf(chat), JSON.stringify(draft));
  else storage.removeItem(nameOf(chat));
}
