import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";

import { createStore } from "@/app/store";
import { proposalsApi } from "@/features/partners/proposals/api";
import { currentOf, isSaidByInputs, useFrozen } from "@/features/partners/proposals/editing";
import { watching } from "@/features/partners/proposals/live";
import { proposalNews } from "@/features/partners/proposals/proposal-events";
import type { Address } from "@/shared/api/generated";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const ADDRESS: Address = {
  id: "a",
  partner: { id: 1, name: "P" },
  version: "1",
  changed_at: null,
  exchange: null,
  may_change: true,
  consignee: { id: "c", name: "C" },
  country: "KZ",
  address: "Dostyk 5",
  line: "Astana, Dostyk 5",
  state: "proposed",
};

afterEach(() => vi.unstubAllGlobals());

describe("a proposal event", () => {
  it("has the address on the screen read again", async () => {
    const answers: Address[] = [ADDRESS, { ...ADDRESS, state: "confirmed" }];
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json(answers.shift())));
    const store = createStore();
    const { select, initiate } = proposalsApi.endpoints.partnersAddressesRetrieve;
    await store.dispatch(initiate({ id: "a" }));
    store.dispatch(proposalNews({ topic: "addresses", id: "a" })!);
    await vi.waitFor(() => expect(select({ id: "a" })(store.getState()).data?.state).toBe("confirmed"));
  });

  it("says nothing to us when it is of another kind or broken", () => {
    expect(proposalNews({ topic: "orders", id: "a" })).toBeNull();
    expect(proposalNews({ topic: "addresses" })).toBeNull();
    expect(proposalNews(null)).toBeNull();
  });
});

describe("a row on its way", () => {
  const exchange = { since: null, attempts: 0, message: "" };

  it("is watched until 1C has answered", () => {
    expect(watching({ ...exchange, state: "waiting" }).pollingInterval).toBeGreaterThan(0);
    expect(watching({ ...exchange, state: "accepted" }).pollingInterval).toBe(0);
    expect(watching(null).pollingInterval).toBe(0);
  });
});

describe("what is typed", () => {
  it("stays on the version it was begun with until it is saved", async () => {
    const held: { frozen?: ReturnType<typeof useFrozen<Address>> } = {};
    function Probe({ row }: { row: Address }) {
      const frozen = useFrozen(row);
      return <button ref={() => void (held.frozen = frozen)} />;
    }
    const root = createRoot(document.createElement("div"));
    const draw = (row: Address) => act(async () => root.render(<Probe row={row} />));
    await draw(ADDRESS);
    await draw({ ...ADDRESS, version: "2" });
    expect(held.frozen!.shown.version).toBe("2");
    await act(async () => held.frozen!.freeze());
    await draw({ ...ADDRESS, version: "3" });
    expect(held.frozen!.shown.version).toBe("2");
    await act(async () => held.frozen!.thaw());
    expect(held.frozen!.shown.version).toBe("3");
  });

  it("is compared with the row as it is after a lost race", () => {
    const lost = { status: 409, data: { code: "outdated", current: ADDRESS } } as const;
    expect(currentOf<Address>(lost)?.line).toBe("Astana, Dostyk 5");
    expect(currentOf({ status: 409, data: { code: "conflict" } })).toBeUndefined();
  });

  it("is not complained about twice", () => {
    const refused = (errors: Record<string, string[]>) => ({ status: 400, data: { errors } });
    expect(isSaidByInputs(refused({ city: ["?"] }), ["city"])).toBe(true);
    expect(isSaidByInputs(refused({ partner: ["?"] }), ["city"])).toBe(false);
  });
});
