import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";

import { Button } from "@/shared/ui/button";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { useChatPartnersQuery, useOpenChatMutation } from "./api";

import styles from "./chat.module.css";

/** Opens the conversation of a client; whoever works for one client only does not choose. */
export function StartChat({ label }: { label: string }) {
  const { t } = useLingui();
  const filters = useUrlFilters();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<number>();
  const search = useDeferredValue(typed.trim());
  const { data } = useChatPartnersQuery(search ? { search } : {});
  const [open, { isLoading, error }] = useOpenChatMutation();
  const partners = data?.partners ?? [];
  const only = partners.length === 1 && !search ? partners[0]?.id : undefined;
  const partner = chosen ?? only;
  const start = async () => {
    if (partner === undefined) return;
    const answer = await open({ chatOpenInputRequest: { partner } });
    if (answer.data) filters.change({ chat: answer.data.id });
  };
  return (
    <div className={styles.start}>
      {error && <ProblemNotice error={error} />}
      {only === undefined && (
        <Select
          size="large"
          aria-label={t`Company`}
          placeholder={t`Company`}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={chosen}
          onChange={setChosen}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Button busy={isLoading} disabled={partner === undefined} onClick={() => void start()}>
        {label}
      </Button>
    </div>
  );
}
