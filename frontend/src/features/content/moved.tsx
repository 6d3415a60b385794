import { useEffect } from "react";
import { Navigate } from "react-router";

/** The page is elsewhere now; the old address is not kept among those to go back to. */
export function Moved({ to }: { to: string }) {
  const here = to.startsWith("/") && !to.startsWith("//");
  useEffect(() => {
    if (!here) window.location.replace(to);
  }, [here, to]);
  return here ? <Navigate to={to} replace /> : null;
}
