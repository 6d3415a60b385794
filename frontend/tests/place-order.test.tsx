import { act } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "react-redux";
import { afterEach, describe, expect, it, vi } from "vitest";

import { createStore } from "@/app/store";
import { cartKey, linePut } from "@/features/ordering/cart";
import { usePlaceOrder } from "@/features/ordering/use-place-order";
import { generatedApi, type Session } from "@/shared/api/generated";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const SESSION: Session = {
  user: {
    id: 7,
    email: "b@c.kz",
    name: "B",
    language: "ru",
    roles: [],
    side: "client",
    second_factor: "off",
    second_factor_required: false,
  },
  acting: null,
  permissions: {},
  modules: [],
  menu: [],
  events_url: "",
  demo: false,
};
const LINE = {
  product: 1,
  packaging: null,
  quantity: "1",
  name: "A",
  article: "",
  packagingName: "",
  unit: "l",
  price: "10",
};

interface Sent {
  key: string | null;
  body: string;
}

/** Answers like the network and the portal would, and keeps what was sent. */
function portal(answers: (() => Promise<Response>)[]) {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push({ key: request.headers.get("Idempotency-Key"), body: await request.text() });
    return answers.shift()!();
  });
  return sent;
}

const silence = () => Promise.reject(new TypeError("network"));
const answer = (status: number, body: object) => async () =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

/** A browser tab with an order of one line: returns how to place it, again after a reload too. */
async function tab() {
  const store = createStore();
  store.dispatch(
    generatedApi.util.upsertQueryEntries([{ endpointName: "sessionRetrieve", arg: undefined, value: SESSION }]),
  );
  const held: { place?: ReturnType<typeof usePlaceOrder>["place"] } = {};
  function Probe() {
    const { place } = usePlaceOrder(12);
    return <button ref={() => void (held.place = place)} />;
  }
  const root = createRoot(document.createElement("div"));
  const draw = () =>
    act(async () =>
      root.render(
        <Provider store={store}>
          <Probe />
        </Provider>,
      ),
    );
  await draw();
  return {
    store,
    place: async (total: string) => {
      await act(async () => void (await held.place!(total)));
      await draw();
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("placing an order", () => {
  it("sends a retry as the same request, so that the portal makes one order", async () => {
    const sent = portal([silence, answer(502, {}), answer(201, { id: "x" })]);
    const { store, place } = await tab();
    store.dispatch(linePut({ cart: cartKey(7, 12), line: LINE }));
    await act(async () => {});
    await place("10.00");
    await place("99.00");
    const reloaded = await tab();
    await reloaded.place("99.00");
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(reloaded.store.getState().cart.carts).toEqual({});
  });

  it("takes a new key after the portal has refused", async () => {
    const sent = portal([answer(409, { code: "price_changed" }), answer(201, { id: "x" })]);
    const { store, place } = await tab();
    store.dispatch(linePut({ cart: cartKey(7, 12), line: LINE }));
    await act(async () => {});
    await place("10.00");
    await place("12.00");
    expect(sent[0]!.key).not.toBe(sent[1]!.key);
    expect(JSON.parse(sent[1]!.body).expected_total).toBe("12.00");
  });
});
