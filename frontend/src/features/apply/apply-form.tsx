import { Trans, useLingui } from "@lingui/react/macro";
import type { FormEvent } from "react";

import type { ApplicationForm } from "@/shared/api/generated";
import { readProblem, unplacedMessages } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { SelectField } from "@/shared/ui/select-field";

import { Consent, Hidden, Message } from "./parts";
import { INPUTS, useApplication, type InputName } from "./use-application";

import styles from "./apply.module.css";

export function ApplyForm({ form, onStale }: { form: ApplicationForm; onStale: () => void }) {
  const { t } = useLingui();
  const { values, change, missing, submit, error, isLoading, isSuccess } = useApplication(form, onStale);
  const { errors } = readProblem(error);
  const { email } = values;
  if (isSuccess) {
    return (
      <Notice tone="success" title={t`Thank you, the application is with us`}>
        <Trans>A letter that confirms it is on its way to {email}. A manager of your region will write to you.</Trans>
      </Notice>
    );
  }
  const errorsOf = (name: string) => (missing.includes(name) ? [t`Fill in this field.`] : (errors[name] ?? []));
  const field = (name: InputName) => ({
    name,
    value: values[name],
    required: true,
    errors: errorsOf(name),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const said = Object.keys(errors).length > 0 && unplacedMessages(error, INPUTS).length === 0;
  const chosen = form.countries.find(({ code }) => code === values.country);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {error && !said && <ProblemNotice error={error} />}
      <Field label={t`Name of the company`} autoComplete="organization" maxLength={250} {...field("company")} />
      <div className={styles.pair}>
        <SelectField
          label={t`Country`}
          value={values.country}
          onChange={(country) => change({ country })}
          errors={errorsOf("country")}
          options={[["", t`Choose`], ...form.countries.map(({ code, name }) => [code, name] as const)]}
        />
        <Field label={t`Tax id`} hint={chosen?.tax_id_hint ?? ""} maxLength={40} {...field("tax_id")} />
      </div>
      <div className={styles.pair}>
        <Field label={t`First name`} autoComplete="given-name" maxLength={150} {...field("first_name")} />
        <Field label={t`Last name`} autoComplete="family-name" maxLength={150} {...field("last_name")} />
      </div>
      <div className={styles.pair}>
        <Field label={t`E-mail`} type="email" autoComplete="email" maxLength={254} {...field("email")} />
        <Field
          label={t`Telephone`}
          type="tel"
          autoComplete="tel"
          hint={t`With the country's code, like +7 701 123 45 67`}
          maxLength={32}
          {...field("phone")}
        />
      </div>
      <Message value={values.message} onChange={(message) => change({ message })} />
      <Hidden value={values.website} onChange={(website) => change({ website })} />
      <Consent
        text={form.consent_text}
        checked={values.consent}
        onChange={(consent) => change({ consent })}
        wrong={missing.includes("consent") || "consent_version" in errors}
      />
      <Button type="submit" busy={isLoading}>{t`Send the application`}</Button>
    </form>
  );
}
