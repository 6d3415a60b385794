import { useActingBeginMutation, useActingEndMutation } from "@/shared/api/generated";
import { useLanguage } from "@/shared/i18n/use-language";

/** Opens a client's cabinet, or closes it. The page is loaded anew: nothing that was read as somebody else stays. */
export function useOpenCabinet() {
  const [begin, state] = useActingBeginMutation();
  const language = useLanguage();
  const open = async (user: number) => {
    const done = await begin({ actingInputRequest: { user } });
    if (!("error" in done)) window.location.assign(`/${language}/cabinet`);
  };
  return { open, error: state.error, isLoading: state.isLoading, chosen: state.originalArgs?.actingInputRequest.user };
}

export function useCloseCabinet() {
  const [end, state] = useActingEndMutation();
  const language = useLanguage();
  const close = async () => {
    const done = await end();
    if (!("error" in done)) window.location.assign(`/${language}/cabinet/clients`);
  };
  return { close, error: state.error, isLoading: state.isLoading };
}
