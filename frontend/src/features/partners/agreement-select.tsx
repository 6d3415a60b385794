import { useLingui } from "@lingui/react/macro";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";

import type { Agreement } from "@/shared/api/generated";

import { useAgreementsQuery } from "./api";
import type { ChosenAgreement } from "./use-chosen-agreement";

import styles from "./agreement-select.module.css";

const PAGE = 50;

/** Chooses an agreement; typing searches on the server, because a distributor may have hundreds. */
export function AgreementSelect({ chosen }: { chosen: ChosenAgreement }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useAgreementsQuery({ search: search || undefined, pageSize: PAGE });
  const offered = withChosen(data?.results ?? [], search ? undefined : chosen.agreement);
  return (
    <label className={styles.field}>
      <span className={styles.label}>{t`Agreement`}</span>
      <Select
        size="large"
        className={styles.select}
        aria-label={t`Agreement`}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder={t`Choose an agreement`}
        loading={isFetching}
        value={chosen.id}
        onChange={chosen.choose}
        notFoundContent={t`No agreement matches`}
        options={offered.map((agreement) => ({ value: agreement.id, label: agreementTitle(agreement), agreement }))}
        optionRender={({ data: option }) => <AgreementOption agreement={option.agreement} />}
      />
    </label>
  );
}

/** The chosen one stays among the options even when its page of the list is not the one loaded. */
function withChosen(offered: Agreement[], chosen: Agreement | undefined): Agreement[] {
  return !chosen || offered.some((one) => one.id === chosen.id) ? offered : [chosen, ...offered];
}

export function agreementTitle({ name, number }: Agreement): string {
  return name || number || "";
}

function AgreementOption({ agreement }: { agreement: Agreement }) {
  const { partner, counterparty, contract, currency } = agreement;
  const parts = [counterparty?.name ?? partner?.name, contract && `№ ${contract.number}`, currency];
  return (
    <span className={styles.option}>
      <span>{agreementTitle(agreement)}</span>
      <small>{parts.filter(Boolean).join(" · ")}</small>
    </span>
  );
}
