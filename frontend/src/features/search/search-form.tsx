import { useLingui } from "@lingui/react/macro";
import { useState, type SyntheticEvent } from "react";

import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";

import styles from "./search-page.module.css";

const LONGEST = 100;

interface SearchFormProps {
  question: string;
  onAsk: (question: string) => void;
}

export function SearchForm({ question, onAsk }: SearchFormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(question);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onAsk(typed.trim());
  };
  return (
    <form role="search" className={styles.form} onSubmit={submit}>
      <Field
        label={t`Words to look for`}
        type="search"
        name="q"
        maxLength={LONGEST}
        autoComplete="off"
        autoFocus={!question}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{t`Find`}</Button>
    </form>
  );
}
