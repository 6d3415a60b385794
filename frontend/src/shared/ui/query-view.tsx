import type { ReactNode } from "react";

import { problemKind, type QueryError } from "@/shared/api/problem";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { Skeleton } from "@/shared/ui/skeleton";

interface Query<T> {
  data?: T | undefined;
  error?: QueryError;
  isFetching: boolean;
  refetch: () => unknown;
}

interface QueryViewProps<T> {
  query: Query<T>;
  children: (data: T) => ReactNode;
  loading?: ReactNode;
  missing?: ReactNode;
}

/** The loading, error, offline and ready states of one read. Old data stays on the screen while new data is late. */
export function QueryView<T>({ query, children, loading, missing }: QueryViewProps<T>) {
  const { data, error, isFetching, refetch } = query;
  const retry = () => void refetch();
  if (error && problemKind(error) === "missing" && missing) return missing;
  if (data === undefined && error && !isFetching) return <ProblemNotice error={error} onRetry={retry} />;
  if (data === undefined) return loading ?? <Skeleton />;
  return (
    <>
      {error && !isFetching && <ProblemNotice error={error} onRetry={retry} />}
      {children(data)}
    </>
  );
}
