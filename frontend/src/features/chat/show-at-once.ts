import type { ThunkDispatch, UnknownAction } from "@reduxjs/toolkit";

import { generatedApi, type ChatMessagesWriteApiArg, type Message } from "@/shared/api/generated";

type ApiState = Parameters<typeof generatedApi.util.selectCachedArgsForQuery>[0];

interface Sending {
  dispatch: ThunkDispatch<ApiState, unknown, UnknownAction>;
  getState: () => unknown;
  queryFulfilled: Promise<unknown>;
}

/** A message stands in its conversation from the moment it is sent; one that the portal has not taken is taken out. */
export async function showAtOnce(sent: ChatMessagesWriteApiArg, { dispatch, getState, queryFulfilled }: Sending) {
  const { selectCachedArgsForQuery, updateQueryData } = generatedApi.util;
  const shown = selectCachedArgsForQuery(getState() as ApiState, "chatMessagesList")
    .filter((args) => args.id === sent.id && (args.page ?? 1) === 1)
    .map((args) =>
      dispatch(
        updateQueryData("chatMessagesList", args, (page) => {
          page.results.unshift(messageOf(sent));
          page.count += 1;
        }),
      ),
    );
  try {
    await queryFulfilled;
  } catch {
    shown.forEach((patch) => patch.undo());
  }
}

function messageOf(sent: ChatMessagesWriteApiArg): Message {
  return {
    id: sent["Idempotency-Key"],
    mine: true,
    side: "client",
    author: "",
    text: sent.messageInputRequest.text,
    sent_at: new Date().toISOString(),
    exchange: { state: "waiting", since: null, attempts: 0, message: "" },
  };
}
