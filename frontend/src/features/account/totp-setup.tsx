import { Trans, useLingui } from "@lingui/react/macro";
import { QRCode } from "antd";
import { useState, type FormEvent } from "react";

import { authMessages } from "@/shared/auth/auth-errors";
import { AuthProblem } from "@/shared/auth/auth-problem";
import { light } from "@/shared/design/tokens";
import { Button } from "@/shared/ui/button";
import { Field } from "@/shared/ui/field";

import { asksForPassword, useConfirmTotpMutation, type TotpSetup } from "./api";
import type { useProof } from "./use-proof";

import styles from "./security.module.css";

interface SetupProps {
  setup: TotpSetup;
  run: ReturnType<typeof useProof>["run"];
  onConfirmed: () => void;
  onCancel: () => void;
}

/** Scan, or type the key; then prove with a first code that the app has it. The picture is drawn here, by no service. */
export function TotpSetupForm({ setup, run, onConfirmed, onCancel }: SetupProps) {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [confirm, { error, isLoading }] = useConfirmTotpMutation();
  const shown = asksForPassword(error) ? undefined : error;
  const messages = authMessages(shown, ["code"]);
  const attempt = async () => {
    const answer = await confirm({ code: code.trim() });
    if (!answer.error) onConfirmed();
    return answer;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) void run(attempt);
  };
  return (
    <form className={styles.setup} onSubmit={submit} noValidate>
      <div className={styles.qr} role="img" aria-label={t`QR code with the key for your app`}>
        <QRCode
          value={setup.totp_url}
          type="svg"
          size={208}
          bordered={false}
          color={light.ink}
          bgColor={light.surface}
        />
      </div>
      <div className={styles.form}>
        <ol className={styles.steps}>
          <li>
            <Trans>Install an authenticator app on your telephone: Google Authenticator, Aegis, 2FAS or another.</Trans>
          </li>
          <li>
            <Trans>Scan the picture with it, or type this key into it:</Trans>
            <code className={styles.secret}>{setup.secret.match(/.{1,4}/g)?.join(" ")}</code>
          </li>
          <li>
            <Trans>Enter the code that the app shows.</Trans>
          </li>
        </ol>
        <AuthProblem error={shown} messages={messages} />
        <Field
          label={t`Code from the app`}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={9}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          errors={messages.fields.code}
        />
        <div className={styles.actions}>
          <Button type="submit" busy={isLoading}>{t`Turn on`}</Button>
          <Button look="quiet" onClick={onCancel}>{t`Cancel`}</Button>
        </div>
      </div>
    </form>
  );
}
