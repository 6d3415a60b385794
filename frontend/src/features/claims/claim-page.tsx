import { useLingui } from "@lingui/react/macro";
import { skipToken } from "@reduxjs/toolkit/query";
import { useState } from "react";
import { Link, useParams } from "react-router";

import type { ClaimDetail } from "@/shared/api/generated";
import { ExchangeTrack } from "@/shared/exchange/exchange-track";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { allows, useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Icon } from "@/shared/ui/icon";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { claimsApi, useClaimQuery } from "./api";
import { ChangeClaim } from "./change-claim";
import { ClaimFacts, ClaimHistory } from "./claim-facts";
import { ClaimStatusTag } from "./claim-status";
import { ResendClaim } from "./resend-claim";

import styles from "./claims.module.css";

const WATCH_MS = 10_000;

/** States come as events; the tries to reach 1C do not, so a claim on its way is also read every ten seconds. */
function useLiveClaim(id: string) {
  const args = id ? { id } : skipToken;
  const { data } = claimsApi.endpoints.claimsRetrieve.useQueryState(args);
  const travelling = data?.exchange != null && !["accepted", "rejected"].includes(data.exchange.state);
  return useClaimQuery(args, { pollingInterval: travelling ? WATCH_MS : 0, skipPollingIfUnfocused: true });
}

export function ClaimPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const { id = "" } = useParams();
  const query = useLiveClaim(id);
  const missing = (
    <EmptyState
      icon="claims"
      level="h1"
      title={t`There is no such claim`}
    >{t`It may belong to another company, or you may have no access to it.`}</EmptyState>
  );
  return (
    <>
      <Link className={styles.back} to={`/${language}/cabinet/claims`}>
        <Icon name="back" size={18} /> {t`Claims`}
      </Link>
      <QueryView query={query} missing={missing}>
        {(claim) => <ClaimView claim={claim} />}
      </QueryView>
    </>
  );
}

function ClaimView({ claim }: { claim: ClaimDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const mayChange = allows(useSession(), "claims.register_claim") && claim.changeable;
  useDocumentTitle(claim.subject);
  return (
    <article className={styles.claim}>
      <ScreenHead
        title={claim.subject}
        note={t`registered ${format.dateTime(claim.registered_at)}`}
        actions={<ClaimStatusTag claim={claim} />}
      />
      <ResendClaim claim={claim} />
      {claim.exchange && (
        <section className={styles.panel} aria-label={t`The way to 1C`}>
          <ExchangeTrack
            exchange={claim.exchange}
            takenAt={claim.registered_at}
            number={claim.number}
            reason={claim.reason}
          />
        </section>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          {claim.answer && (
            <section className={styles.panel}>
              <h2>{t`Answer`}</h2>
              <p className={styles.text}>{claim.answer}</p>
            </section>
          )}
          <section className={styles.panel}>
            <h2>{t`What happened`}</h2>
            {changing && mayChange ? (
              <ChangeClaim claim={claim} onDone={() => setChanging(false)} />
            ) : (
              <>
                <p className={styles.text}>{claim.text}</p>
                {mayChange && (
                  <div>
                    <Button look="quiet" onClick={() => setChanging(true)}>{t`Correct`}</Button>
                  </div>
                )}
              </>
            )}
          </section>
        </div>
        <div className={styles.aside}>
          <ClaimFacts claim={claim} />
          <ClaimHistory history={claim.history} />
        </div>
      </div>
    </article>
  );
}
