import { afterEach } from "vitest";

const Plain = globalThis.Request;

/** Node's Request knows no page to resolve "/api/…" against; a browser's does. */
globalThis.Request = class extends Plain {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === "string" ? new URL(input, "http://localhost/") : input, init);
  }
};

afterEach(() => globalThis.localStorage?.clear());
