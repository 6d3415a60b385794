import type { FormInstance } from "antd";
import { useEffect } from "react";

import { formErrors, unplacedMessages, type QueryError } from "@/shared/api/problem";

/** The limits are one part of the API's body, and inputs of their own on the form. */
const placeOf = (name: (string | number)[]) => (name[0] === "limits" ? name.slice(1, 2) : name.slice(0, 1));

/** Puts the server's messages to the inputs they are about. */
export function useFormProblem(form: FormInstance, error: QueryError): void {
  useEffect(() => {
    const fields = formErrors(error).map(({ name, errors }) => ({ name: placeOf(name), errors }));
    form.setFields(fields as Parameters<typeof form.setFields>[0]);
  }, [form, error]);
}

/** Whether the notice above the form is needed: what the inputs say already is not said twice. */
export function isSaidByInputs(error: QueryError, known: readonly string[]): boolean {
  return formErrors(error).length > 0 && unplacedMessages(error, [...known, "limits"]).length === 0;
}
