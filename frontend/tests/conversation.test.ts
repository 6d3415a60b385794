import { afterEach, describe, expect, it, vi } from "vitest";

import { createStore } from "@/app/store";
import { generatedApi } from "@/shared/api/generated";
import "@/features/chat/api";

const { chatMessagesList, chatMessagesWrite } = generatedApi.endpoints;
const PAGE = { id: "chat", pageSize: 50 };
const SENT = { id: "chat", "Idempotency-Key": "key", messageInputRequest: { text: "When?" } };

afterEach(() => vi.unstubAllGlobals());

/** A conversation in which nothing was said; what is written gets this answer, once it is let go. */
async function conversation(answer: () => Response) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const empty = { count: 0, page: 1, page_size: 50, results: [] };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json(empty);
    await gate;
    return answer();
  });
  const store = createStore();
  await store.dispatch(chatMessagesList.initiate(PAGE));
  const texts = () =>
    chatMessagesList
      .select(PAGE)(store.getState())
      .data?.results.map(({ text }) => text);
  return { store, texts, letGo };
}

describe("a message", () => {
  it("stands in its conversation before the portal has answered", async () => {
    const { store, texts, letGo } = await conversation(() => Response.json({ id: "m" }, { status: 201 }));
    const writing = store.dispatch(chatMessagesWrite.initiate(SENT));
    await vi.waitFor(() => expect(texts()).toEqual(["When?"]));
    letGo();
    expect((await writing).error).toBeUndefined();
  });

  it("is taken out again when the portal has not taken it", async () => {
    const { store, texts, letGo } = await conversation(() => Response.json({}, { status: 500 }));
    const writing = store.dispatch(chatMessagesWrite.initiate(SENT));
    await vi.waitFor(() => expect(texts()).toEqual(["When?"]));
    letGo();
    expect((await writing).error).toBeDefined();
    await vi.waitFor(() => expect(texts()).toEqual([]));
  });
});
