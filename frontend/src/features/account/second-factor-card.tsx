import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useDispatch } from "react-redux";

import { generatedApi, type User } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Notice } from "@/shared/ui/notice";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { StatusTag } from "@/shared/ui/status-tag";

import {
  asksForPassword,
  useAuthenticatorsQuery,
  useBeginTotpMutation,
  useFirstCodesMutation,
  useNewCodesMutation,
  useRemoveTotpMutation,
} from "./api";
import { RecoveryCodes } from "./recovery-codes";
import { TotpSetupForm } from "./totp-setup";
import { useProof } from "./use-proof";

import styles from "./security.module.css";

/** Off, being set up, showing its codes, or on. Only once the codes are saved is the session read anew. */
export function SecondFactorCard({ user, onSetUp }: { user: User; onSetUp: () => void }) {
  const dispatch = useDispatch();
  const { run, dialog } = useProof();
  const [begin, beginning] = useBeginTotpMutation();
  const [readCodes] = useFirstCodesMutation();
  const [codes, setCodes] = useState<string[]>([]);
  const setup = beginning.data;
  const confirmed = async () => {
    const made = (await readCodes()).data ?? [];
    beginning.reset();
    setCodes(made);
    if (made.length === 0) saved();
  };
  const saved = () => {
    setCodes([]);
    dispatch(generatedApi.util.invalidateTags(["session"]));
    if (user.second_factor === "missing") onSetUp();
  };
  const problem = asksForPassword(beginning.error) ? undefined : beginning.error;
  return (
    <section className={styles.card} aria-labelledby="second-factor">
      <Heading on={user.second_factor === "on" || codes.length > 0} />
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onSaved={saved} />
      ) : setup ? (
        <TotpSetupForm
          setup={setup}
          run={run}
          onConfirmed={() => void confirmed()}
          onCancel={() => beginning.reset()}
        />
      ) : user.second_factor === "on" ? (
        <TurnedOn user={user} run={run} onCodes={setCodes} />
      ) : (
        <TurnedOff user={user} busy={beginning.isLoading} onBegin={() => void run(() => begin())} />
      )}
      {problem && <ProblemNotice error={problem} />}
      {dialog}
    </section>
  );
}

function Heading({ on }: { on: boolean }) {
  const { t } = useLingui();
  return (
    <header className={styles.cardHead}>
      <h2 id="second-factor">
        <Trans>Second factor</Trans>
      </h2>
      <StatusTag tone={on ? "success" : "neutral"}>{on ? t`On` : t`Off`}</StatusTag>
    </header>
  );
}

function TurnedOff({ user, busy, onBegin }: { user: User; busy: boolean; onBegin: () => void }) {
  const { t } = useLingui();
  return (
    <div className={styles.form}>
      {user.second_factor === "missing" && (
        <Notice tone="warning" title={t`Your account needs a second factor`}>
          <Trans>Set it up to go on; it takes two minutes and a telephone.</Trans>
        </Notice>
      )}
      <p>
        <Trans>
          Besides the password, sign-in then asks for a code from an app on your telephone. A stolen password alone
          opens nothing.
        </Trans>
      </p>
      <div className={styles.actions}>
        <Button busy={busy} onClick={onBegin}>{t`Set up`}</Button>
      </div>
    </div>
  );
}

interface TurnedOnProps {
  user: User;
  run: ReturnType<typeof useProof>["run"];
  onCodes: (codes: string[]) => void;
}

function TurnedOn({ user, run, onCodes }: TurnedOnProps) {
  const { t } = useLingui();
  const { data = [] } = useAuthenticatorsQuery();
  const [renew, renewing] = useNewCodesMutation();
  const [remove, removing] = useRemoveTotpMutation();
  const left = data.find((row) => row.type === "recovery_codes")?.unused_code_count;
  const makeNew = async () => {
    const answer = await renew();
    if (answer.data) onCodes(answer.data);
    return answer;
  };
  return (
    <div className={styles.form}>
      <p>
        <Trans>Sign-in asks for a code of your authenticator app.</Trans>{" "}
        {left !== undefined && (
          <Plural value={left} one="# recovery code is left." other="# recovery codes are left." />
        )}
      </p>
      <div className={styles.actions}>
        <Button
          look="quiet"
          busy={renewing.isLoading}
          onClick={() => void run(makeNew, { always: true, text: t`The codes you have will no longer work.` })}
        >
          {t`New recovery codes`}
        </Button>
        {!user.second_factor_required && (
          <Button
            look="quiet"
            busy={removing.isLoading}
            onClick={() =>
              void run(() => remove(), { always: true, text: t`Sign-in will ask for the password alone.` })
            }
          >
            {t`Turn off`}
          </Button>
        )}
      </div>
      {user.second_factor_required && (
        <p className={styles.note}>
          <Trans>Your account needs a second factor; it cannot be turned off.</Trans>
        </p>
      )}
    </div>
  );
}
