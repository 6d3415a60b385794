import { useState } from "react";

import type { ApplicationForm, ApplicationInputRequest } from "@/shared/api/generated";
import { readProblem } from "@/shared/api/problem";
import { useLanguage } from "@/shared/i18n/use-language";

import { useSendMutation } from "./api";

export const INPUTS = ["company", "country", "tax_id", "first_name", "last_name", "email", "phone", "message"] as const;
export type InputName = (typeof INPUTS)[number];
export type Values = Record<InputName | "website", string> & { consent: boolean };

const REQUIRED: readonly InputName[] = INPUTS.filter((name) => name !== "message");
const EMPTY: Values = {
  company: "",
  country: "",
  tax_id: "",
  first_name: "",
  last_name: "",
  email: "",
  phone: "",
  message: "",
  website: "",
  consent: false,
};

/** What is missing before anything is sent. */
export function missingOf(values: Values): string[] {
  return [...REQUIRED.filter((name) => !values[name].trim()), ...(values.consent ? [] : ["consent"])];
}

function textsOf({ company, tax_id, first_name, last_name, email, phone, message, website }: Values) {
  return { company, tax_id, first_name, last_name, email: email.trim(), phone, message, website };
}

/** What was typed is kept through every refusal; a form that went stale is replaced by a fresh one behind it. */
export function useApplication(form: ApplicationForm, onStale: () => void) {
  const language = useLanguage();
  const [values, setValues] = useState(EMPTY);
  const [missing, setMissing] = useState<string[]>([]);
  const [send, { error, isLoading, isSuccess }] = useSendMutation();
  const submit = async () => {
    const lacking = missingOf(values);
    setMissing(lacking);
    if (lacking.length > 0) return;
    const answer = await send({
      applicationInputRequest: {
        ...textsOf(values),
        country: values.country as ApplicationInputRequest["country"],
        form: form.form,
        language,
        consent_version: form.consent_version,
      },
    });
    if (readProblem(answer.error).code === "form_expired") onStale();
  };
  const change = (changed: Partial<Values>) => setValues((before) => ({ ...before, ...changed }));
  return { values, change, missing, submit, error, isLoading, isSuccess };
}
