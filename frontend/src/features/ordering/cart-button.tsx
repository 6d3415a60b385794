import { Plural, Trans } from "@lingui/react/macro";
import { useSelector } from "react-redux";

import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { LinkButton } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";

import { selectFullestCart, type CartsState } from "./cart";

/** Leads to the order that is being put together, wherever the buyer is. */
export function CartButton() {
  const language = useLanguage();
  const user = useSession()?.user?.id ?? 0;
  const cart = useSelector((state: { cart: CartsState }) => selectFullestCart(state, user));
  const to = `/${language}/cabinet/order/new`;
  if (!cart)
    return (
      <LinkButton look="quiet" to={to}>
        <Icon name="plus" size={18} />
        <Trans>New order</Trans>
      </LinkButton>
    );
  return (
    <LinkButton to={`${to}?agreement=${cart.agreement}&step=products`}>
      <Icon name="order" size={18} />
      <Plural value={cart.lines} one="Order: # line" other="Order: # lines" />
    </LinkButton>
  );
}
