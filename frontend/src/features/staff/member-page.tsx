import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "react-router";

import type { Staff } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { EmptyState } from "@/shared/ui/empty-state";
import { Icon } from "@/shared/ui/icon";
import { Notice } from "@/shared/ui/notice";
import { QueryView } from "@/shared/ui/query-view";
import { ScreenHead } from "@/shared/ui/screen-head";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

import { useColleagueQuery } from "./api";
import { ChangeForm } from "./change-form";
import { InvitationCard } from "./invitation-card";
import { LeaveCard } from "./leave-card";
import { Places } from "./places";
import { StaffStateTag } from "./staff-state";

import styles from "./staff.module.css";

export function MemberPage() {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const language = useLanguage();
  const query = useColleagueQuery({ id: Number(id) }, { skip: !/^\d+$/.test(id), refetchOnMountOrArgChange: true });
  useDocumentTitle(query.data?.name ?? t`Colleague`);
  return (
    <div className={styles.narrow}>
      <Link className={styles.back} to={`/${language}/cabinet/staff`}>
        <Icon name="back" size={18} /> <Trans>Colleagues</Trans>
      </Link>
      <QueryView query={query} missing={<EmptyState icon="user" level="h1" title={t`There is no such colleague`} />}>
        {(colleague) => <Colleague key={colleague.version} colleague={colleague} />}
      </QueryView>
    </div>
  );
}

function Colleague({ colleague }: { colleague: Staff }) {
  const waiting = colleague.invitation !== null;
  return (
    <>
      <ScreenHead
        title={colleague.name}
        note={
          <span className={styles.headline}>
            {colleague.email} <StaffStateTag state={colleague.state} />
          </span>
        }
      />
      {colleague.may_change ? <ChangeForm colleague={colleague} /> : <Facts colleague={colleague} />}
      {colleague.may_change && waiting && <InvitationCard colleague={colleague} />}
      {colleague.may_change && !waiting && <LeaveCard colleague={colleague} />}
    </>
  );
}

/** Oneself, or somebody who works for others too: there is something to read and nothing to press. */
function Facts({ colleague }: { colleague: Staff }) {
  const { t } = useLingui();
  const format = useFormat();
  const seen = colleague.last_login ? format.dateTime(colleague.last_login) : t`never`;
  return (
    <>
      <Notice tone="info" title={colleague.is_me ? t`This is you` : t`You cannot change this colleague`}>
        {colleague.is_me
          ? t`Nobody decides about their own access. Another head of your company or your manager can.`
          : t`This person works for other companies too; only your manager can change their access.`}
      </Notice>
      <dl className={styles.facts}>
        <dt>{t`Role`}</dt>
        <dd>{colleague.roles.map((role) => role.name).join(", ")}</dd>
        <dt>{t`Works with`}</dt>
        <dd>
          <Places colleague={colleague} several={colleague.places.length > 1} />
        </dd>
        <dt>{t`Last sign-in`}</dt>
        <dd>{seen}</dd>
      </dl>
    </>
  );
}
