import { Trans, useLingui } from "@lingui/react/macro";
import { Popconfirm, Select } from "antd";
import { useState } from "react";

import type { Staff } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ProblemNotice } from "@/shared/ui/problem-notice";

import { useBlockMutation, useLeaveMutation, useStaffQuery, useUnblockMutation } from "./api";

import styles from "./staff.module.css";

/** Block for a while and let in again; or block for good and hand over. */
export function LeaveCard({ colleague }: { colleague: Staff }) {
  const blocked = colleague.state === "blocked";
  return (
    <section className={styles.card}>
      <h2>{blocked ? <Trans>Blocked</Trans> : <Trans>Block</Trans>}</h2>
      {blocked ? <LetIn colleague={colleague} /> : <BlockOrLeave colleague={colleague} />}
    </section>
  );
}

function LetIn({ colleague: { id } }: { colleague: Staff }) {
  const { t } = useLingui();
  const [unblock, { error, isLoading }] = useUnblockMutation();
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <p>
        <Trans>They cannot sign in. Their role and limits are kept.</Trans>
      </p>
      <div className={styles.actions}>
        <Button look="quiet" busy={isLoading} onClick={() => void unblock({ id })}>{t`Let them in again`}</Button>
      </div>
    </>
  );
}

function BlockOrLeave({ colleague }: { colleague: Staff }) {
  const { t } = useLingui();
  const { id, name } = colleague;
  const [successor, setSuccessor] = useState<number>();
  const [block, blocking] = useBlockMutation();
  const [leave, leaving] = useLeaveMutation();
  const error = blocking.error ?? leaving.error;
  const confirmed = () => void (successor ? leave({ id, staffLeaveInputRequest: { successor } }) : block({ id }));
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <p>
        <Trans>
          They are signed out everywhere and cannot sign in any more. Their orders stay theirs. If they leave for good,
          say who takes over their team and whatever is unfinished.
        </Trans>
      </p>
      <Successor of={colleague} value={successor} onChange={setSuccessor} />
      <div className={styles.actions}>
        <Popconfirm title={t`Block ${name}?`} okText={t`Block`} cancelText={t`Cancel`} onConfirm={confirmed}>
          <Button look="quiet" busy={blocking.isLoading || leaving.isLoading}>
            {successor ? t`Block and hand over` : t`Block`}
          </Button>
        </Popconfirm>
      </div>
    </>
  );
}

interface SuccessorProps {
  of: Staff;
  value: number | undefined;
  onChange: (id: number | undefined) => void;
}

function Successor({ of, value, onChange }: SuccessorProps) {
  const { t } = useLingui();
  const { data } = useStaffQuery({ state: "active", pageSize: 200 });
  const others = (data?.results ?? []).filter(({ id, may_change: free, is_me: me }) => id !== of.id && (free || me));
  return (
    <label className={styles.labelled}>
      <span>{t`Successor`}</span>
      <Select
        size="large"
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t`Nobody: they may come back`}
        value={value}
        onChange={onChange}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </label>
  );
}
