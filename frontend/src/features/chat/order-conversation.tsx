import { Trans, useLingui } from "@lingui/react/macro";

import { allows, useSession } from "@/shared/session/use-session";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { QueryView } from "@/shared/ui/query-view";

import { useChatsQuery, useOpenChatMutation } from "./api";
import { Conversation } from "./conversation";

import styles from "./chat.module.css";

/** What is said about one order. The conversation begins with its first message; who may not write sees only one. */
export function OrderConversation({ order }: { order: string }) {
  const { t } = useLingui();
  const mayWrite = allows(useSession(), "chat.write_message");
  const query = useChatsQuery({ order, pageSize: 1 });
  const [open, { error }] = useOpenChatMutation();
  const title = <h2 className={styles.title}>{t`Messages about this order`}</h2>;
  const empty = (
    <p className={styles.note}>
      <Trans>Questions about this order are answered here. The manager sees which order they are about.</Trans>
    </p>
  );
  return (
    <QueryView query={query}>
      {({ results }) => {
        const chat = results[0]?.id;
        if (!chat && !mayWrite) return null;
        const opened = async () => chat ?? (await open({ chatOpenInputRequest: { order } })).data?.id;
        return (
          <>
            <Conversation chat={chat} name={order} title={title} empty={empty} open={opened} compact />
            {error && <ProblemNotice error={error} />}
          </>
        );
      }}
    </QueryView>
  );
}
