import type { FormInstance } from "antd";
import { useEffect, useState } from "react";

import { formErrors, unplacedMessages, type QueryError } from "@/shared/api/problem";

/** The row a form was opened with, kept from the first key on: news of the row does not take away what was typed. */
export function useFrozen<Row extends { version: string }>(row: Row) {
  const [frozen, setFrozen] = useState<Row>();
  const freeze = () => setFrozen((kept) => kept ?? row);
  return { shown: frozen ?? row, freeze, thaw: () => setFrozen(undefined) };
}

/** The row as it is by now, where a lost race is the problem. */
export function currentOf<Row extends { version: string }>(error: QueryError): Row | undefined {
  const data = error && "data" in error ? (error.data as { code?: unknown; current?: unknown } | undefined) : undefined;
  return data?.code === "outdated" && data.current ? (data.current as Row) : undefined;
}

/** Puts the server's messages to the inputs they are about. */
export function useFieldErrors(form: FormInstance, error: QueryError): void {
  useEffect(() => {
    form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
  }, [form, error]);
}

/** What the server said of a value goes with the value; inputs without rules of their own do not forget it themselves. */
export function forgetErrors(form: FormInstance, changed: object): void {
  form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })));
}

/** Whether the inputs already say all that is wrong. */
export function isSaidByInputs(error: QueryError, inputs: readonly string[]): boolean {
  return formErrors(error).length > 0 && unplacedMessages(error, inputs).length === 0;
}
