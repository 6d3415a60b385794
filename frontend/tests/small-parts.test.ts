import { describe, expect, it } from "vitest";

import { createStore } from "@/app/store";
import { newIdempotencyKey } from "@/shared/api/idempotency-key";
import { isQuantity } from "@/features/ordering/quantity-field";
import { trackStates } from "@/shared/exchange/exchange-track";
import { pageStateEntries, readPageState } from "@/features/content/page-state";
import { generatedApi } from "@/shared/api/generated";
import { csrfToken } from "@/shared/api/portal-query";
import { nextOrdering } from "@/shared/table/data-table";
import { pageWindow } from "@/shared/ui/pager";
import { changedQuery } from "@/shared/url/use-url-filters";

describe("filters in the address", () => {
  const current = new URLSearchParams("agreement=5&search=oil&page=4");

  it("start again from page one when one of them changes", () => {
    expect(changedQuery(current, { group: 3 }).toString()).toBe("agreement=5&search=oil&group=3");
    expect(changedQuery(current, { page: 5 }).toString()).toBe("agreement=5&search=oil&page=5");
  });

  it("leave it when they are empty", () => {
    expect(changedQuery(current, { search: "", agreement: null }).toString()).toBe("");
  });
});

describe("pages", () => {
  it("show the ends, the neighbours and the gaps", () => {
    expect(pageWindow(1, 1)).toEqual([1]);
    expect(pageWindow(5, 20)).toEqual([1, 0, 4, 5, 6, 0, 20]);
    expect(pageWindow(2, 4)).toEqual([1, 2, 3, 4]);
  });

  it("are sorted the other way round by a second press", () => {
    expect(nextOrdering("", "total")).toBe("total");
    expect(nextOrdering("total", "total")).toBe("-total");
    expect(nextOrdering("-total", "total")).toBe("total");
  });
});

describe("quantities", () => {
  it("are positive, with at most three decimals", () => {
    for (const good of ["1", "0.5", "0,125", " 12 "]) expect(isQuantity(good)).toBe(true);
    for (const bad of ["", "0", "-1", "0.0001", "1e3", "много"]) expect(isQuantity(bad)).toBe(false);
  });
});

describe("the way to 1C", () => {
  it.each([
    ["waiting", ["now", "later"]],
    ["parked", ["failed", "later"]],
    ["sent", ["done", "now"]],
    ["accepted", ["done", "done"]],
    ["rejected", ["done", "failed"]],
  ] as const)("of an order that is %s", (state, steps) => expect(trackStates(state)).toEqual(steps));
});

describe("keys", () => {
  it("are UUIDs and never twice the same", () => {
    expect(newIdempotencyKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });

  it("of CSRF come from their own cookie", () => {
    expect(csrfToken("theme=dark; csrftoken=a%3Db; x=1")).toBe("a=b");
    expect(csrfToken("notcsrftoken=a")).toBeNull();
  });
});

describe("the state of the first response", () => {
  const documentWith = (text: string) => {
    const page = document.implementation.createHTMLDocument();
    page.body.innerHTML = `<script type="application/json" id="page-state"></script>`;
    page.getElementById("page-state")!.textContent = text;
    return page;
  };

  it("becomes cache entries of the queries it spares", () => {
    const state = readPageState(
      documentWith(
        '{"path":"/kk/news/","site":{"locale":"kk","name":"Тест"},"news":{"count":0,"page":1,"page_size":12,"results":[]}}',
      ),
    )!;
    const store = createStore();
    store.dispatch(pageStateEntries(state));
    expect(generatedApi.endpoints.contentSite.select({ locale: "kk" })(store.getState()).data?.name).toBe("Тест");
    expect(generatedApi.endpoints.contentNewsList.select({ locale: "kk", page: 1 })(store.getState()).data?.count).toBe(
      0,
    );
    expect(
      generatedApi.endpoints.contentNewsList.select({ locale: "ru", page: 1 })(store.getState()).data,
    ).toBeUndefined();
  });

  it("may be missing or broken", () => {
    expect(readPageState(document.implementation.createHTMLDocument())).toBeNull();
    for (const text of ["", "{"]) expect(readPageState(documentWith(text))).toBeNull();
  });
});
