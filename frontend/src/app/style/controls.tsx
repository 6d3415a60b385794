import { useLingui } from "@lingui/react/macro";
import { Checkbox, Select } from "antd";
import { useState } from "react";

import { QuantityField } from "@/features/ordering/quantity-field";
import { Button, LinkButton } from "@/shared/ui/button";
import { DateInput } from "@/shared/ui/date-input";
import { Field } from "@/shared/ui/field";
import { Icon } from "@/shared/ui/icon";
import { SelectField } from "@/shared/ui/select-field";
import { SearchBox } from "@/shared/url/search-box";

import { Sample, State } from "./sample";
import { useStateNames } from "./state-names";

import styles from "./style-page.module.css";

const LOOKS = ["primary", "quiet", "bare"] as const;

export function Buttons() {
  const { t } = useLingui();
  const names = useStateNames();
  return (
    <Sample title={t`Buttons`}>
      {LOOKS.map((look) => (
        <div key={look} className={styles.row}>
          <State name={look}>
            <Button look={look}>{t`Place the order`}</Button>
          </State>
          <State name={names.hover} shows="hover">
            <Button look={look}>{t`Place the order`}</Button>
          </State>
          <State name={names.focus} shows="focus">
            <Button look={look}>{t`Place the order`}</Button>
          </State>
          <State name={names.loading}>
            <Button look={look} busy>{t`Place the order`}</Button>
          </State>
          <State name={names.disabled}>
            <Button look={look} disabled>{t`Place the order`}</Button>
          </State>
        </div>
      ))}
      <div className={styles.row}>
        <State name="LinkButton">
          <LinkButton to="#main">
            {t`Open the catalogue`} <Icon name="arrow" size={18} />
          </LinkButton>
        </State>
      </div>
    </Sample>
  );
}

export function Fields() {
  const { t } = useLingui();
  const names = useStateNames();
  const email = t`E-mail`;
  return (
    <Sample title={t`Fields`}>
      <div className={styles.columns}>
        <State name={names.normal}>
          <Field label={email} hint={t`The address you sign in with.`} defaultValue="buyer@company.kz" />
        </State>
        <State name={names.focus} shows="focus">
          <Field label={email} defaultValue="buyer@company.kz" />
        </State>
        <State name={names.error}>
          <Field label={email} errors={[t`Fill in this field.`]} defaultValue="buyer@" />
        </State>
        <State name={names.disabled}>
          <Field label={email} disabled defaultValue="buyer@company.kz" />
        </State>
        <State name="SelectField">
          <ChooseLanguage />
        </State>
        <State name={names.error}>
          <ChooseLanguage errors={[t`Fill in this field.`]} />
        </State>
      </div>
    </Sample>
  );
}

function ChooseLanguage({ errors }: { errors?: readonly string[] }) {
  const { t } = useLingui();
  const [value, setValue] = useState("kk");
  const options = [
    ["ru", "Русский"],
    ["en", "English"],
    ["kk", "Қазақша"],
  ] as const;
  return <SelectField label={t`Language`} value={value} onChange={setValue} options={options} errors={errors} />;
}

/** What only the cabinet loads: the library's fields in the portal's clothes. */
export function CabinetFields() {
  const { t } = useLingui();
  const names = useStateNames();
  const [quantity, setQuantity] = useState("12");
  const product = t`Product`;
  const options = [{ value: "5W-40", label: "5W-40" }];
  return (
    <Sample title={t`Fields of the cabinet`}>
      <div className={styles.columns}>
        <State name="SearchBox">
          <SearchBox label={t`Search`} />
        </State>
        <State name="Select">
          <Select className={styles.wide} aria-label={product} defaultValue="5W-40" options={options} />
        </State>
        <State name={names.error}>
          <Select className={styles.wide} aria-label={product} status="error" options={options} />
        </State>
        <State name="DateInput">
          <DateInput className={styles.wide} aria-label={t`Date`} />
        </State>
        <State name={names.disabled}>
          <DateInput className={styles.wide} aria-label={t`Date`} disabled />
        </State>
        <State name="QuantityField">
          <QuantityField label={t`Quantity`} value={quantity} onChange={setQuantity} />
        </State>
        <State name={names.error}>
          <QuantityField label={t`Quantity`} value={quantity} onChange={setQuantity} invalid />
        </State>
        <State name="Checkbox">
          <Checkbox defaultChecked>{t`Choose all`}</Checkbox>
        </State>
      </div>
    </Sample>
  );
}
