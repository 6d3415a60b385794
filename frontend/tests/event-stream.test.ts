import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { backOff, keepStream, resumed } from "@/shared/events/event-stream";

const CLOSED = 2;

/** What a browser's EventSource shows to its user; the tests play the server. */
class Source extends EventTarget {
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  constructor(readonly url: string) {
    super();
  }
  close() {
    this.closed = true;
  }
  say(type: string, data: string, lastEventId = "") {
    this.dispatchEvent(new MessageEvent(type, { data, lastEventId }));
  }
  giveUp() {
    this.readyState = CLOSED;
    this.onerror?.();
  }
}

function stream() {
  const sources: Source[] = [];
  const heard: unknown[] = [];
  const close = keepStream({
    url: "http://e/events",
    types: ["order", "reset"],
    onEvent: (type, data) => heard.push([type, data]),
    onStatus: (status) => heard.push(status),
    onGap: () => heard.push("gap"),
    open: (url) => {
      sources.push(new Source(url));
      return sources.at(-1) as unknown as EventSource;
    },
    delay: () => 10,
  });
  return { sources, heard, close };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", { CLOSED });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the event stream", () => {
  it("hands over events and ignores what is no JSON", () => {
    const { sources, heard } = stream();
    sources[0]!.onopen?.();
    sources[0]!.say("order", '{"id":"a"}');
    sources[0]!.say("order", "{");
    sources[0]!.say("hello", "{}", "1-1");
    expect(heard).toEqual(["connecting", "open", ["order", { id: "a" }], ["order", undefined]]);
  });

  it("leaves a short break to the browser", () => {
    const { sources, heard } = stream();
    sources[0]!.readyState = 0;
    sources[0]!.onerror?.();
    vi.advanceTimersByTime(100);
    expect(sources).toHaveLength(1);
    expect(heard).toEqual(["connecting", "lost"]);
  });

  it("resumes from the last id when the browser has given up", () => {
    const { sources, heard } = stream();
    sources[0]!.onopen?.();
    sources[0]!.say("order", "{}", "e:5-0");
    sources[0]!.giveUp();
    vi.advanceTimersByTime(10);
    sources[1]!.onopen?.();
    expect(sources[1]!.url).toBe("http://e/events?last_event_id=e%3A5-0");
    expect(heard).not.toContain("gap");
  });

  it("reports a gap when it does not know where it was", () => {
    const { sources, heard } = stream();
    sources[0]!.giveUp();
    vi.advanceTimersByTime(10);
    sources[1]!.onopen?.();
    expect(heard).toEqual(["connecting", "lost", "open", "gap"]);
  });

  it("stays closed once closed", () => {
    const { sources, close } = stream();
    sources[0]!.giveUp();
    close();
    vi.advanceTimersByTime(1000);
    expect(sources).toHaveLength(1);
    expect(sources[0]!.closed).toBe(true);
  });

  it("waits longer each time, up to half a minute, and never all at once", () => {
    expect([0, 1, 2, 10].map((attempt) => backOff(attempt, () => 0.5))).toEqual([1000, 2000, 4000, 30000]);
    expect(backOff(0, () => 0)).toBeLessThan(backOff(0, () => 1));
  });

  it("adds the id to an address with or without a query", () => {
    expect(resumed("/e", "")).toBe("/e");
    expect(resumed("/e?a=1", "2")).toBe("/e?a=1&last_event_id=2");
  });
});
