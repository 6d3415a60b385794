import { useEffect, useRef } from "react";
import { useDispatch } from "react-redux";

import { generatedApi, useSessionPartialUpdateMutation, addTagTypes } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";

/**
 * After a switch of language the server's own words (statuses, menu, warnings) are read again in it,
 * and a signed-in user's mail follows.
 */
export function useLanguageSync(): void {
  const language = useLanguage();
  const spoken = useRef(language);
  const dispatch = useDispatch();
  const signedIn = useSession()?.user != null;
  const [update] = useSessionPartialUpdateMutation();
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    dispatch(generatedApi.util.invalidateTags([...addTagTypes]));
    if (signedIn) void update({ patchedSessionChangeRequest: { language } });
  }, [language, dispatch, signedIn, update]);
}
