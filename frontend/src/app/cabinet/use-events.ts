import { useEffect } from "react";
import { useDispatch } from "react-redux";

import { applyOrderEvent, isOrderEvent } from "@/features/ordering/order-events";
import { addTagTypes, generatedApi } from "@/shared/api/generated";
import { streamChanged } from "@/shared/events/connection";
import { keepStream } from "@/shared/events/event-stream";

import type { AppStore } from "../store";

const TYPES = ["order", "reset"] as const;

/** While the cabinet is open, one stream tells it what changed; a gap or a `reset` reads everything anew. */
export function useEvents(url: string): void {
  const dispatch = useDispatch<AppStore["dispatch"]>();
  useEffect(() => {
    if (!url) return;
    const readAll = () => dispatch(generatedApi.util.invalidateTags([...addTagTypes]));
    const close = keepStream({
      url,
      types: TYPES,
      onEvent: (type, data) => {
        if (type === "reset") readAll();
        else if (isOrderEvent(data)) dispatch(applyOrderEvent(data));
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
