import { useLingui } from "@lingui/react/macro";

import { OrderConversation } from "@/features/chat/order-conversation";
import { OrderPage } from "@/features/ordering/order-page";
import { useLanguage } from "@/shared/i18n/use-language";
import { allows, useSession } from "@/shared/session/use-session";
import { LinkButton } from "@/shared/ui/button";

/** An order's page; from it a claim about the order, for those who may register one, and what is said about it. */
export function OrderRoute() {
  const { t } = useLingui();
  const language = useLanguage();
  const session = useSession();
  const mayClaim = allows(session, "claims.register_claim");
  const mayRead = allows(session, "chat.view_chat");
  const claim = (id: string) =>
    mayClaim && (
      <LinkButton look="quiet" to={`/${language}/cabinet/claims/new?order=${id}`}>
        {t`Claim about this order`}
      </LinkButton>
    );
  return <OrderPage actions={claim} below={(id) => mayRead && <OrderConversation key={id} order={id} />} />;
}
