import { createApi } from "@reduxjs/toolkit/query/react";

import { portalQuery } from "@/shared/api/portal-query";

/** The empty API that the generated client and the hand-written parts inject their endpoints into. */
export const baseApi = createApi({
  reducerPath: "api",
  baseQuery: portalQuery,
  tagTypes: ["session"],
  refetchOnReconnect: true,
  endpoints: () => ({}),
});
