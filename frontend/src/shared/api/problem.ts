import type { SerializedError } from "@reduxjs/toolkit";
import type { FetchBaseQueryError } from "@reduxjs/toolkit/query";

/** Problem details (RFC 9457) as the portal sends them; `errors` maps a field path to its messages. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: Record<string, string[]>;
}

export type ProblemKind =
  "offline" | "signed-out" | "forbidden" | "missing" | "conflict" | "throttled" | "invalid" | "failed";

export type QueryError = FetchBaseQueryError | SerializedError | undefined;

const KIND_BY_STATUS: Record<number, ProblemKind> = {
  400: "invalid",
  401: "signed-out",
  403: "forbidden",
  404: "missing",
  409: "conflict",
  412: "conflict",
  422: "invalid",
  429: "throttled",
};

/** What a failed request means to the reader. */
export function problemKind(error: QueryError): ProblemKind {
  if (!error || !("status" in error)) return "failed";
  if (error.status === "FETCH_ERROR" || error.status === "TIMEOUT_ERROR") return "offline";
  const status = error.status === "PARSING_ERROR" ? error.originalStatus : error.status;
  return (typeof status === "number" && KIND_BY_STATUS[status]) || "failed";
}

/** The problem in the answer; empty strings where the server said nothing. */
export function readProblem(error: QueryError): Problem {
  const data = error && "data" in error && isRecord(error.data) ? error.data : {};
  return {
    status: error && "status" in error && typeof error.status === "number" ? error.status : 0,
    code: text(data.code),
    title: text(data.title),
    detail: text(data.detail),
    errors: isRecord(data.errors) ? fieldMessages(data.errors) : {},
  };
}

function fieldMessages(errors: Record<string, unknown>): Record<string, string[]> {
  const entries = Object.entries(errors).map(([path, said]) => [
    path,
    (Array.isArray(said) ? said : [said]).map(String),
  ]);
  return Object.fromEntries(entries);
}

export type FieldName = (string | number)[];

export interface FieldError {
  name: FieldName;
  errors: string[];
}

/** "lines.0.quantity" → ["lines", 0, "quantity"], the name an antd form knows the field by. */
export function fieldName(path: string): FieldName {
  return path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Field errors ready for form.setFields(), in the order the server gave them. */
export function formErrors(error: QueryError): FieldError[] {
  return Object.entries(readProblem(error).errors).map(([path, errors]) => ({ name: fieldName(path), errors }));
}

/** Messages of the paths that no field on this form shows, to be said above it. */
export function unplacedMessages(error: QueryError, known: readonly string[]): string[] {
  const placed = (name: FieldName) => known.includes(String(name[0]));
  return formErrors(error).flatMap((field) => (placed(field.name) ? [] : field.errors));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown) => (typeof value === "string" ? value : "");
