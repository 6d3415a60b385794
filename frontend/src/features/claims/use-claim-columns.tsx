import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { Claim } from "@/shared/api/generated";
import { ExchangeTag } from "@/shared/exchange/exchange-tag";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import type { Column } from "@/shared/table/data-table";

import { ClaimStatusTag } from "./claim-status";

import styles from "./claims.module.css";

export function useClaimColumns(): Column<Claim>[] {
  const { t } = useLingui();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: "subject",
      title: t`Claim`,
      sort: "subject",
      lead: true,
      render: (claim) => (
        <>
          <Link className={styles.subject} to={`/${language}/cabinet/claims/${claim.id}`}>
            {claim.subject}
          </Link>
          <div className={styles.note}>{claim.kind_label}</div>
        </>
      ),
    },
    {
      key: "registered",
      title: t`Registered on`,
      sort: "registered_at",
      render: (claim) => format.dateTime(claim.registered_at),
    },
    { key: "partner", title: t`Client`, render: (claim) => claim.partner.name },
    { key: "order", title: t`Order`, render: (claim) => claim.order?.number ?? "" },
    { key: "status", title: t`Status`, sort: "status", render: (claim) => <ClaimStatusTag claim={claim} /> },
    {
      key: "onec",
      title: t`1C`,
      render: (claim) =>
        claim.number ? <span>№ {claim.number}</span> : claim.exchange && <ExchangeTag exchange={claim.exchange} />,
    },
  ];
}
