export type StreamStatus = "connecting" | "open" | "lost";

export interface EventStreamOptions {
  url: string;
  /** Event types to listen for; the data of each is JSON. */
  types: readonly string[];
  onEvent: (type: string, data: unknown) => void;
  onStatus: (status: StreamStatus) => void;
  /** Called when a new connection replaces one that died: what was said in between is unknown. */
  onGap: () => void;
  open?: (url: string) => EventSource;
  delay?: (attempt: number) => number;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
const JITTER = 0.3;

/** Doubles from one second to thirty, spread so that a thousand browsers do not return at once. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  return Math.round(base * (1 - JITTER + 2 * JITTER * random()));
}

/**
 * Keeps one server-sent-event stream open. The browser itself resumes a dropped connection with Last-Event-ID;
 * one that the browser gave up (an error answer) is opened anew with back-off and reported as a gap.
 * Returns the function that closes it.
 */
export function keepStream(options: EventStreamOptions): () => void {
  const { url, types, onEvent, onStatus, onGap } = options;
  const open = options.open ?? ((address) => new EventSource(address, { withCredentials: true }));
  const delay = options.delay ?? backOff;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let gap = false;

  const opened = () => {
    attempt = 0;
    onStatus("open");
    if (gap) onGap();
    gap = false;
  };
  const failed = () => {
    onStatus("lost");
    if (source.readyState !== EventSource.CLOSED) return;
    gap = true;
    timer = setTimeout(connect, delay(attempt++));
  };
  const connect = () => {
    source = open(url);
    source.onopen = opened;
    source.onerror = failed;
    for (const type of types) source.addEventListener(type, (event) => onEvent(type, parse(event.data)));
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
