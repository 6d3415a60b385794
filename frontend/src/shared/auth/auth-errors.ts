import type { QueryError } from "@/shared/api/problem";

interface AuthError {
  message: string;
  code: string;
  param?: string;
}

export interface AuthMessages {
  /** Messages by the name of the input they belong to. */
  fields: Record<string, string[]>;
  /** Messages that belong to no input of the form. */
  general: string[];
}

/** Said of the form as a whole: a wrong password must not tell which half was wrong, a lockout is of no input. */
const OF_THE_FORM = ["email_password_mismatch", "too_many_login_attempts"];

/** allauth's errors, sorted to the inputs of a form. */
export function authMessages(error: QueryError, inputs: readonly string[]): AuthMessages {
  const result: AuthMessages = { fields: {}, general: [] };
  for (const { message, code, param } of readErrors(error)) {
    const place = param && inputs.includes(param) && !OF_THE_FORM.includes(code);
    if (place) (result.fields[param] ??= []).push(message);
    else result.general.push(message);
  }
  return result;
}

function readErrors(error: QueryError): AuthError[] {
  const data = error && "data" in error ? (error.data as { errors?: unknown } | undefined) : undefined;
  return Array.isArray(data?.errors) ? (data.errors as AuthError[]) : [];
}
