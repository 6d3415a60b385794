import { Navigate } from "react-router";

import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";

import { entryPath } from "./cabinet-menu";
import { NoSuchScreen } from "./no-such-screen";

/** The cabinet opens on the first thing its user can do. */
export function CabinetStart() {
  const language = useLanguage();
  const [first] = useSession()?.menu ?? [];
  return first ? <Navigate to={entryPath(first, language)} replace /> : <NoSuchScreen />;
}
