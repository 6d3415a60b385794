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

/** allauth's errors, sorted to the inputs of a form. A wrong password is said of the form: it must not tell which half was wrong. */
export function authMessages(error: QueryError, inputs: readonly string[]): AuthMessages {
  const result: AuthMessages = { fields: {}, general: [] };
  for (const { message, code, param } of readErrors(error)) {
    const place = param && inputs.includes(param) && code !== "email_password_mismatch";
    if (place) (result.fields[param] ??= []).push(message);
    else result.general.push(message);
  }
  return result;
}

function readErrors(error: QueryError): AuthError[] {
  const data = error && "data" in error ? (error.data as { errors?: unknown } | undefined) : undefined;
  return Array.isArray(data?.errors) ? (data.errors as AuthError[]) : [];
}
