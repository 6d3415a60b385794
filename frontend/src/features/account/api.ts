import { baseApi } from "@/shared/api/base-api";
import type { QueryError } from "@/shared/api/problem";

/** django-allauth's headless API for browsers; it is not part of the portal's own schema. */
const AUTH = "/api/v1/auth/browser/v1";
const TOTP = `${AUTH}/account/authenticators/totp`;
const CODES = `${AUTH}/account/authenticators/recovery-codes`;
const SESSIONS = `${AUTH}/auth/sessions`;

interface Answer<T> {
  data: T;
}

/** What an authenticator app needs: the secret by itself, and in the address that a QR code carries. */
export interface TotpSetup {
  secret: string;
  totp_url: string;
}

export interface OpenSession {
  id: number;
  device: string;
  ip: string;
  is_current: boolean;
  /** Seconds since 1970. */
  created_at: number;
  last_seen_at: number;
}

/** `unused_codes` is there once, right after the codes were made. */
interface RecoveryCodes {
  unused_code_count: number;
  unused_codes?: string[];
}

interface Authenticator {
  type: "totp" | "recovery_codes";
  unused_code_count?: number;
}

/** 404 is how allauth says "there is none yet; here is a new secret". */
const alsoWhenNone = ({ status }: Response) => status < 400 || status === 404;

export const accountApi = baseApi.enhanceEndpoints({ addTagTypes: ["factor", "sessions"] }).injectEndpoints({
  endpoints: (build) => ({
    authenticators: build.query<Authenticator[], void>({
      query: () => `${AUTH}/account/authenticators`,
      transformResponse: (answer: Answer<Authenticator[]>) => answer.data,
      providesTags: ["factor"],
    }),
    /** A read that makes something new, the secret: never repeated by itself. */
    beginTotp: build.mutation<TotpSetup, void>({
      query: () => ({ url: TOTP, method: "GET", validateStatus: alsoWhenNone }),
      transformResponse: (answer: { meta: TotpSetup }) => answer.meta,
    }),
    confirmTotp: build.mutation<void, { code: string }>({
      query: (body) => ({ url: TOTP, method: "POST", body }),
      transformResponse: () => undefined,
      invalidatesTags: (_done, error) => (error ? [] : ["sessions"]),
    }),
    removeTotp: build.mutation<void, void>({
      query: () => ({ url: TOTP, method: "DELETE", body: {} }),
      transformResponse: () => undefined,
      invalidatesTags: (_done, error) => (error ? [] : ["factor", "session"]),
    }),
    firstCodes: build.mutation<string[], void>({
      query: () => ({ url: CODES, method: "GET" }),
      transformResponse: (answer: Answer<RecoveryCodes>) => answer.data.unused_codes ?? [],
    }),
    newCodes: build.mutation<string[], void>({
      query: () => ({ url: CODES, method: "POST", body: {} }),
      transformResponse: (answer: Answer<RecoveryCodes>) => answer.data.unused_codes ?? [],
      invalidatesTags: (_done, error) => (error ? [] : ["factor"]),
    }),
    reauthenticate: build.mutation<void, { password: string }>({
      query: (body) => ({ url: `${AUTH}/auth/reauthenticate`, method: "POST", body }),
      transformResponse: () => undefined,
    }),
    changePassword: build.mutation<void, { current_password: string; new_password: string }>({
      query: (body) => ({ url: `${AUTH}/account/password/change`, method: "POST", body }),
      transformResponse: () => undefined,
      invalidatesTags: (_done, error) => (error ? [] : ["sessions"]),
    }),
    openSessions: build.query<OpenSession[], void>({
      query: () => SESSIONS,
      transformResponse: (answer: Answer<OpenSession[]>) => answer.data,
      providesTags: ["sessions"],
    }),
    endSessions: build.mutation<void, number[]>({
      query: (sessions) => ({ url: SESSIONS, method: "DELETE", body: { sessions } }),
      transformResponse: () => undefined,
      invalidatesTags: ["sessions"],
    }),
  }),
});

/** Whether the portal wants the password once more before it does this. */
export function asksForPassword(error: QueryError): boolean {
  if (!error || !("status" in error) || error.status !== 401) return false;
  const flows = (error.data as { data?: { flows?: { id: string }[] } } | undefined)?.data?.flows;
  return flows?.some((flow) => flow.id === "reauthenticate") ?? false;
}

export const {
  useAuthenticatorsQuery,
  useBeginTotpMutation,
  useConfirmTotpMutation,
  useRemoveTotpMutation,
  useFirstCodesMutation,
  useNewCodesMutation,
  useReauthenticateMutation,
  useChangePasswordMutation,
  useOpenSessionsQuery,
  useEndSessionsMutation,
} = accountApi;
