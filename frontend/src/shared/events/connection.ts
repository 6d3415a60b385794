import { createSlice, type PayloadAction } from "@reduxjs/toolkit";

import type { StreamStatus } from "@/shared/events/event-stream";

interface Connection {
  online: boolean;
  stream: StreamStatus | "off";
}

const initialState: Connection = { online: true, stream: "off" };

/** What the browser knows of its links to the portal: the network, and the stream of events. */
export const connectionSlice = createSlice({
  name: "connection",
  initialState,
  reducers: {
    networkChanged(state, action: PayloadAction<boolean>) {
      state.online = action.payload;
    },
    streamChanged(state, action: PayloadAction<Connection["stream"]>) {
      state.stream = action.payload;
    },
  },
  selectors: {
    selectOnline: (state) => state.online,
    selectStream: (state) => state.stream,
  },
});

export const { networkChanged, streamChanged } = connectionSlice.actions;
export const { selectOnline, selectStream } = connectionSlice.selectors;
