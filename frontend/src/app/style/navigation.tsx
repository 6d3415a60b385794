import { useLingui } from "@lingui/react/macro";

import { STEPS, WizardSteps } from "@/features/ordering/wizard-steps";
import { LanguageSwitch } from "@/shared/ui/language-switch";
import { Pager } from "@/shared/ui/pager";
import { ScreenHead } from "@/shared/ui/screen-head";
import { Button } from "@/shared/ui/button";
import { ThemeSwitch } from "@/shared/ui/theme-switch";

import { Sample, State } from "./sample";
import { useStateNames } from "./state-names";

import styles from "./style-page.module.css";

export function Navigation() {
  const { t } = useLingui();
  const names = useStateNames();
  return (
    <Sample title={t`Navigation`}>
      <div className={styles.row}>
        <State name="LanguageSwitch">
          <LanguageSwitch />
        </State>
        <State name={names.hover} shows="hover">
          <LanguageSwitch />
        </State>
        <State name={names.focus} shows="focus">
          <LanguageSwitch />
        </State>
        <State name="ThemeSwitch">
          <ThemeSwitch />
        </State>
      </div>
      <State name="Pager">
        <Pager count={240} page={3} pageSize={24} />
      </State>
      <State name={names.focus} shows="focus">
        <Pager count={48} page={1} pageSize={24} />
      </State>
      <State name="ScreenHead">
        <ScreenHead title={t`Orders`} note={t`Who it is for`} actions={<Button>{t`New order`}</Button>} level="h3" />
      </State>
      {STEPS.map((step) => (
        <State key={step} name={`WizardSteps · ${step}`}>
          <WizardSteps current={step} />
        </State>
      ))}
    </Sample>
  );
}
