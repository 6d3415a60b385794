import type { UnknownAction } from "@reduxjs/toolkit";
import { useEffect } from "react";
import { useDispatch } from "react-redux";

import { planNews } from "@/features/analytics/plan-events";
import { chatNews } from "@/features/chat/chat-events";
import { claimNews } from "@/features/claims/claim-events";
import { notificationNews } from "@/features/notifications/notification-events";
import { proposalNews } from "@/features/partners/proposals/proposal-events";
import { applyOrderEvent, isOrderEvent } from "@/features/ordering/order-events";
import { addTagTypes, generatedApi } from "@/shared/api/generated";
import { streamChanged } from "@/shared/events/connection";
import { keepStream } from "@/shared/events/event-stream";

import type { AppStore } from "../store";

/** Event types whose news is to read again what shows the object. */
const NEWS: Record<string, (data: unknown) => UnknownAction | null> = {
  claim: claimNews,
  message: chatNews,
  notification: notificationNews,
  proposal: proposalNews,
  plan: planNews,
};

const TYPES = ["order", "reset", ...Object.keys(NEWS)];

/** While the cabinet is open, one stream tells it what changed; a gap or a `reset` reads everything anew. */
export function useEvents(url: string): void {
  const dispatch = useDispatch<AppStore["dispatch"]>();
  useEffect(() => {
    if (!url) return;
    const tell = (action: UnknownAction | null | undefined) => action && dispatch(action);
    const readAll = () => dispatch(generatedApi.util.invalidateTags([...addTagTypes]));
    const close = keepStream({
      url,
      types: TYPES,
      onEvent: (type, data) => {
        if (type === "reset") readAll();
        else if (type === "order" && isOrderEvent(data)) dispatch(applyOrderEvent(data));
        else tell(NEWS[type]?.(data));
      },
      onStatus: (status) => dispatch(streamChanged(status)),
      onGap: readAll,
    });
    return () => {
      close();
      dispatch(streamChanged("off"));
    };
  }, [url, dispatch]);
}
