import { useSessionRetrieveQuery, type Session } from "@/shared/api/generated";

/** Who is asking: undefined while it is not known yet. */
export function useSession(): Session | undefined {
  return useSessionRetrieveQuery().data;
}

/** Whether the session holds the permission at any level; the server decides about each object. */
export function allows(session: Session | undefined, permission: string): boolean {
  return session?.permissions[permission] !== undefined;
}
