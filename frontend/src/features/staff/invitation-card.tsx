import { Trans, useLingui } from "@lingui/react/macro";
import { App, Popconfirm } from "antd";
import { useNavigate } from "react-router";

import type { Staff } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { Button } from "@/shared/ui/button";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { useInviteAgainMutation, useRevokeMutation } from "./api";

import styles from "./staff.module.css";

export function InvitationCard({ colleague }: { colleague: Staff }) {
  const { t } = useLingui();
  const { message } = App.useApp();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const [again, sending] = useInviteAgainMutation();
  const [revoke, revoking] = useRevokeMutation();
  const error = sending.error ?? revoking.error;
  const { email, id, invitation } = colleague;
  if (!invitation) return null;
  const resend = async () => {
    if ((await again({ id })).data) void message.success(t`The invitation is on its way to ${email}.`);
  };
  const takeBack = async () => {
    if (!(await revoke({ id })).error) void navigate(`/${language}/cabinet/staff`);
  };
  const [sent, ends] = [format.dateTime(invitation.sent_at), format.dateTime(invitation.expires_at)];
  return (
    <section className={styles.card}>
      <h2>
        <Trans>Invitation</Trans>
      </h2>
      {error && <ProblemNotice error={error} />}
      <p>
        {colleague.state === "expired" ? (
          <Trans>
            Sent {sent}. The link expired {ends}; send a new one.
          </Trans>
        ) : (
          <Trans>
            Sent {sent}. The link works until {ends}.
          </Trans>
        )}
      </p>
      <div className={styles.actions}>
        <Button look="quiet" busy={sending.isLoading} onClick={() => void resend()}>{t`Send it again`}</Button>
        <Popconfirm
          title={t`Take the invitation back?`}
          description={t`The link stops working; you can invite the same address again.`}
          okText={t`Take it back`}
          cancelText={t`Keep it`}
          onConfirm={() => void takeBack()}
        >
          <Button look="bare" busy={revoking.isLoading}>{t`Take it back`}</Button>
        </Popconfirm>
      </div>
    </section>
  );
}
