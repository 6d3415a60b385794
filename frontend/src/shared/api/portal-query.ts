import { fetchBaseQuery } from "@reduxjs/toolkit/query";
import type { BaseQueryFn, FetchArgs, FetchBaseQueryError } from "@reduxjs/toolkit/query";

import { sessionEnded } from "@/shared/api/session-ended";
import { currentLanguage } from "@/shared/i18n/language";

/** The value of Django's CSRF cookie, or null before the first answer of the portal. */
export function csrfToken(cookies: string = document.cookie): string | null {
  const match = /(?:^|;\s*)csrftoken=([^;]+)/.exec(cookies);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

const send = fetchBaseQuery({
  baseUrl: "/",
  credentials: "same-origin",
  prepareHeaders(headers, { type }) {
    headers.set("Accept", "application/json, application/problem+json");
    headers.set("Accept-Language", currentLanguage());
    const token = csrfToken();
    if (type === "mutation" && token) headers.set("X-CSRFToken", token);
    return headers;
  },
});

/** An answer that says "I do not know you", or "not without a second factor": the session is not what it was. */
export function saysSignedOut(error: FetchBaseQueryError): boolean {
  const code = (error.data as { code?: unknown } | undefined)?.code;
  return error.status === 401 || code === "not_authenticated" || code === "second_factor_required";
}

const isAboutTheSession = (args: string | FetchArgs) =>
  /\/api\/v1\/(auth|session)\//.test(typeof args === "string" ? args : args.url);

/**
 * Asks the portal. A 401 from anything but sign-in itself makes the session be read again;
 * the cabinet then leads to sign-in and back to the same address.
 */
export const portalQuery: BaseQueryFn<string | FetchArgs, unknown, FetchBaseQueryError> = async (args, api, extra) => {
  const answer = await send(args, api, extra);
  if (answer.error && saysSignedOut(answer.error) && !isAboutTheSession(args)) {
    api.dispatch(sessionEnded());
  }
  return answer;
};
