import { Form, type FormInstance } from "antd";
import "antd/es/date-picker"; // what DateInput loads later is there already
import dayjs, { type Dayjs } from "dayjs";
import { act, createRef } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { DateInput, readable } from "@/shared/ui/date-input";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const said = "Like 01.12.2026.";
const form = createRef<FormInstance<{ day: Dayjs | null }>>();
let root: ReturnType<typeof createRoot>;

function Order() {
  return (
    <Form ref={form}>
      <Form.Item name="day" rules={[readable(said)]}>
        <DateInput format="DD.MM.YYYY" disabledDate={(day) => day.year() < 2026} />
      </Form.Item>
    </Form>
  );
}

const input = () => document.querySelector<HTMLInputElement>(".ant-picker input")!;

async function types(text: string) {
  await act(async () => {
    input().focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(input(), text);
    input().dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
  });
  await act(async () => input().blur());
}

const refusal = () =>
  act(() =>
    form.current!.validateFields().then(
      () => null,
      (failed) => failed.errorFields[0].errors,
    ),
  );

beforeEach(async () => {
  const query = { matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal("matchMedia", () => query); // jsdom has neither
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(async () => root.render(<Order />));
  await vi.waitFor(() => expect(input()).not.toBeNull(), { timeout: 9_000 });
});

afterEach(() => act(() => root.unmount()));

it("keeps what cannot be read, and the form refuses it", async () => {
  await types("01.12.2026");
  expect(await refusal()).toBeNull();
  for (const text of ["31.02.2026", "tomorrow", "01.12.2025"]) {
    await types(text);
    expect(input().value).toBe(text);
    expect(await refusal()).toEqual([said]);
  }
  await types("01.12.2026");
  expect(await refusal()).toBeNull();
  expect(form.current!.getFieldValue("day").isSame(dayjs("2026-12-01"))).toBe(true);
  await types("");
  expect([input().value, form.current!.getFieldValue("day")]).toEqual(["", null]);
}, 40_000);
