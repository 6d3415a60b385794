import { Trans, useLingui } from "@lingui/react/macro";

import { useFormat } from "@/shared/format/use-format";
import { useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";

import { useCloseCabinet } from "./use-acting";

import styles from "./acting.module.css";

/** Whose cabinet this is while somebody else works in it. Never to be overlooked, and the way out. */
export function ActingBanner() {
  const { t } = useLingui();
  const { time } = useFormat();
  const session = useSession();
  const { close, error, isLoading } = useCloseCabinet();
  if (!session?.acting || !session.user) return null;
  const client = session.user.name || session.user.email;
  const person = session.acting.name;
  return (
    <div className={styles.banner} role="status">
      <Icon name="users" size={18} />
      <p>
        <Trans>
          You are in the cabinet of <strong>{client}</strong> as {person}, until {time(session.acting.until)}. Whatever
          you do is recorded under both names.
        </Trans>
        {error && <span className={styles.failed}>{t`The cabinet could not be closed. Please try again.`}</span>}
      </p>
      <Button look="quiet" busy={isLoading} onClick={() => void close()}>{t`Close the cabinet`}</Button>
    </div>
  );
}
