import { useLingui } from "@lingui/react/macro";

import { chooseMode, useThemeMode } from "@/shared/design/theme-mode";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";

export function ThemeSwitch() {
  const { t } = useLingui();
  const dark = useThemeMode() === "dark";
  const label = dark ? t`Light theme` : t`Dark theme`;
  return (
    <Button look="bare" aria-label={label} title={label} onClick={() => chooseMode(dark ? "light" : "dark")}>
      <Icon name={dark ? "sun" : "moon"} />
    </Button>
  );
}
