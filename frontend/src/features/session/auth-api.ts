import { baseApi } from "@/shared/api/base-api";

/** django-allauth's headless API for browsers; it is not part of the portal's own schema. */
const AUTH = "/api/v1/auth/browser/v1/auth";

export interface Credentials {
  email: string;
  password: string;
}

/** "code": the password was right, the second factor is still to be given. */
export type SignInStep = "done" | "code";

const asksForCode = (answer: unknown) => {
  const flows = (answer as { data?: { flows?: { id: string; is_pending?: boolean }[] } } | null)?.data?.flows;
  return flows?.some((flow) => flow.id === "mfa_authenticate" && flow.is_pending) ?? false;
};

/** 409: signed in already, in another tab. */
const signedInOrAsked = ({ status }: Response, answer: unknown) =>
  status < 400 || status === 409 || asksForCode(answer);

/** 401 is how allauth says "done, and nobody is signed in": the good end of signing out and of a password reset. */
const doneWhenSignedOut = ({ status }: Response) => status < 400 || status === 401;

export const authApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    signIn: build.mutation<SignInStep, Credentials>({
      query: (body) => ({ url: `${AUTH}/login`, method: "POST", body, validateStatus: signedInOrAsked }),
      transformResponse: (answer) => (asksForCode(answer) ? "code" : "done"),
    }),
    giveCode: build.mutation<void, { code: string }>({
      query: (body) => ({ url: `${AUTH}/2fa/authenticate`, method: "POST", body }),
      transformResponse: () => undefined,
    }),
    signOut: build.mutation<void, void>({
      query: () => ({ url: `${AUTH}/session`, method: "DELETE", validateStatus: doneWhenSignedOut }),
      transformResponse: () => undefined,
    }),
    requestPasswordReset: build.mutation<void, { email: string }>({
      query: (body) => ({ url: `${AUTH}/password/request`, method: "POST", body, validateStatus: doneWhenSignedOut }),
      transformResponse: () => undefined,
    }),
    resetPassword: build.mutation<void, { key: string; password: string }>({
      query: (body) => ({ url: `${AUTH}/password/reset`, method: "POST", body, validateStatus: doneWhenSignedOut }),
      transformResponse: () => undefined,
    }),
  }),
});

export const {
  useSignInMutation,
  useGiveCodeMutation,
  useSignOutMutation,
  useRequestPasswordResetMutation,
  useResetPasswordMutation,
} = authApi;
