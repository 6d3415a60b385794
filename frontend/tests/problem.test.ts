import { describe, expect, it } from "vitest";

import { authMessages } from "@/shared/auth/auth-errors";
import { lineProblems } from "@/features/ordering/line-problems";
import { isRefusal } from "@/features/ordering/use-place-order";
import { fieldName, formErrors, problemKind, readProblem, unplacedMessages } from "@/shared/api/problem";

const invalid = {
  status: 400,
  data: {
    type: "about:blank",
    title: "Проверьте данные",
    status: 400,
    code: "invalid",
    detail: "Есть ошибки.",
    errors: {
      requested_date: ["Дата в прошлом."],
      "lines.2.quantity": ["Больше нуля."],
      "lines.2": ["Нет цены."],
      agreement: "Нет такого.",
    },
  },
};

describe("problem details", () => {
  it("name the fields of a form by their path", () => {
    expect(fieldName("lines.2.quantity")).toEqual(["lines", 2, "quantity"]);
    expect(formErrors(invalid)[0]).toEqual({ name: ["requested_date"], errors: ["Дата в прошлом."] });
  });

  it("gather what is said of one line", () => {
    expect([...lineProblems(invalid)]).toEqual([[2, ["Больше нуля.", "Нет цены."]]]);
  });

  it("keep messages that no field shows", () => {
    expect(unplacedMessages(invalid, ["lines", "requested_date"])).toEqual(["Нет такого."]);
  });

  it.each([
    [401, "signed-out"],
    [403, "forbidden"],
    [404, "missing"],
    [409, "conflict"],
    [412, "conflict"],
    [422, "invalid"],
    [429, "throttled"],
    [500, "failed"],
    [503, "failed"],
  ])("status %i means %s", (status, kind) => expect(problemKind({ status, data: {} })).toBe(kind));

  it("tell a missing network from a broken portal", () => {
    expect(problemKind({ status: "FETCH_ERROR", error: "TypeError" })).toBe("offline");
    expect(problemKind({ status: "PARSING_ERROR", originalStatus: 502, data: "<html>", error: "" })).toBe("failed");
  });

  it("survive an answer that is no problem document", () => {
    expect(readProblem({ status: 502, data: "<html>Bad gateway</html>" })).toEqual({
      status: 502,
      code: "",
      title: "",
      detail: "",
      errors: {},
    });
    expect(readProblem(undefined).errors).toEqual({});
  });
});

describe("whether an order may have been made", () => {
  it("is certain only after an answer", () => {
    expect(isRefusal({ status: 409, data: {} })).toBe(true);
    expect(isRefusal({ status: 400, data: {} })).toBe(true);
    expect(isRefusal({ status: 502, data: {} })).toBe(false);
    expect(isRefusal({ status: "FETCH_ERROR", error: "" })).toBe(false);
  });
});

describe("sign-in errors", () => {
  const errors = [
    { message: "Неверный адрес.", code: "invalid", param: "email" },
    { message: "Неверные данные.", code: "email_password_mismatch", param: "password" },
  ];

  it("go to their input, except the one that would tell which half was wrong", () => {
    expect(authMessages({ status: 400, data: { status: 400, errors } }, ["email", "password"])).toEqual({
      fields: { email: ["Неверный адрес."] },
      general: ["Неверные данные."],
    });
  });
});
