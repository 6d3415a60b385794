import { useLingui } from "@lingui/react/macro";
import { ConfigProvider } from "antd";
import { useLayoutEffect } from "react";
import { useSearchParams } from "react-router";

import { antdLocale } from "@/app/cabinet/antd-locale";
import { useLanguage } from "@/shared/i18n/use-language";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { Buttons, CabinetFields, Fields } from "./controls";
import { Reads, Tables } from "./data";
import { Messages, Statuses } from "./messages";
import { Navigation } from "./navigation";
import { repeatPseudoStates } from "./pseudo-states";
import { Colours, Icons, Measures, Type } from "./tokens";

import styles from "./style-page.module.css";

/** The living style page: every token and component as it is in this build, in both themes, in the reader's language. */
export function StylePage() {
  const { t } = useLingui();
  const language = useLanguage();
  const [params] = useSearchParams();
  useDocumentTitle(t`Style`);
  useLayoutEffect(repeatPseudoStates);
  return (
    <ConfigProvider locale={antdLocale(language)}>
      <div className={styles.page}>
        <ScreenHead title={t`Style`} note={t`The tokens and components of the portal, as they are in this build.`} />
        <Colours />
        <Type />
        <Measures />
        <Icons />
        <Buttons />
        <Fields />
        <CabinetFields />
        <Navigation />
        <Statuses />
        <Messages />
        <Reads />
        <Tables />
        {!params.has("phone") && <Phone />}
      </div>
    </ConfigProvider>
  );
}

/** The same page in a window of a phone's width: style sheets ask the window, not the column. */
function Phone() {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <section className={styles.sample}>
      <h2>{t`On a phone`}</h2>
      <iframe className={styles.phone} src={`/${language}/style?phone`} title={t`On a phone`} loading="lazy" />
    </section>
  );
}
