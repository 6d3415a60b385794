export type StreamStatus = "connecting" | "open" | "lost";

export interface EventStreamOptions {
  url: string;
  /** Event types to listen for; the data of each is JSON. */
  types: readonly string[];
  onEvent: (type: string, data: unknown) => void;
  onStatus: (status: StreamStatus) => void;
  /** Called when a connection is opened anew without knowing where the last one ended. */
  onGap: () => void;
  open?: (url: string) => EventSource;
  delay?: (attempt: number) => number;
}

const HELLO = "hello";
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
const JITTER = 0.3;

/** Doubles from one second to thirty, spread so that a thousand browsers do not return at once. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  return Math.round(base * (1 - JITTER + 2 * JITTER * random()));
}

/** The address that continues after the event with this id; EventSource cannot send the header itself when opened anew. */
export function resumed(url: string, lastId: string): string {
  if (!lastId) return url;
  return `${url}${url.includes("?") ? "&" : "?"}last_event_id=${encodeURIComponent(lastId)}`;
}

/**
 * Keeps one server-sent-event stream open. The browser itself resumes a dropped connection with Last-Event-ID;
 * one that the browser gave up (an error answer) is opened anew with back-off, from the last id that was seen.
 * Returns the function that closes it.
 */
export function keepStream(options: EventStreamOptions): () => void {
  const { types, onEvent, onStatus, onGap } = options;
  const open = options.open ?? ((address) => new EventSource(address, { withCredentials: true }));
  const delay = options.delay ?? backOff;
  const state = { attempt: 0, lastId: "", gap: false };
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hear = (type: string, { data, lastEventId }: MessageEvent) => {
    state.lastId = lastEventId || state.lastId;
    if (type !== HELLO) onEvent(type, parse(data));
  };
  const opened = () => {
    state.attempt = 0;
    onStatus("open");
    if (state.gap) onGap();
    state.gap = false;
  };
  const failed = () => {
    onStatus("lost");
    if (source.readyState !== EventSource.CLOSED) return;
    state.gap = state.lastId === "";
    timer = setTimeout(connect, delay(state.attempt++));
  };
  const connect = () => {
    source = open(resumed(options.url, state.lastId));
    source.onopen = opened;
    source.onerror = failed;
    for (const type of [HELLO, ...types]) source.addEventListener(type, (event) => hear(type, event));
  };

  onStatus("connecting");
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** The JSON of an event; undefined for one that is empty or broken, which its reader then ignores. */
function parse(data: unknown): unknown {
  try {
    return typeof data === "string" && data ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
