import { useLingui } from "@lingui/react/macro";

/** What the states are called on the style page. */
export function useStateNames() {
  const { t } = useLingui();
  return {
    normal: t`Usual`,
    hover: t`Pointed at`,
    focus: t`In focus`,
    disabled: t`Disabled`,
    loading: t`Loading`,
    error: t`With a mistake`,
    empty: t`Empty`,
    offline: t`Offline`,
    missing: t`Missing`,
  };
}
