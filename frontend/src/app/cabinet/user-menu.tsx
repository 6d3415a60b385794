import { useLingui } from "@lingui/react/macro";
import { Dropdown } from "antd";
import { useDispatch } from "react-redux";
import { Link, useNavigate } from "react-router";

import { useSignOutMutation } from "@/features/session/auth-api";
import { baseApi } from "@/shared/api/base-api";
import { useLanguage } from "@/shared/i18n/use-language";
import { useSession } from "@/shared/session/use-session";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";

import styles from "./user-menu.module.css";

export function UserMenu() {
  const { t } = useLingui();
  const session = useSession();
  const user = session?.user;
  const language = useLanguage();
  const leave = useLeaving();
  if (!user) return null;
  const who = (
    <div className={styles.who}>
      <strong>{user.name || user.email}</strong>
      <span>{user.email}</span>
      <span>{user.roles.map((role) => role.name).join(", ")}</span>
    </div>
  );
  const security = {
    key: "security",
    label: <Link to={`/${language}/account/security`}>{t`Security`}</Link>,
    icon: <Icon name="lock" size={18} />,
  };
  const items = [
    { key: "who", type: "group" as const, label: who },
    { type: "divider" as const },
    ...(session?.acting ? [] : [security]),
    { key: "leave", label: t`Sign out`, icon: <Icon name="out" size={18} />, onClick: () => void leave() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button look="bare" aria-label={t`Account: ${user.name || user.email}`}>
        <Icon name="user" />
        <span className={styles.name}>{user.name || user.email}</span>
        <Icon name="chevron" size={16} />
      </Button>
    </Dropdown>
  );
}

/** Signs out and forgets what was read; the carts stay for the next time. */
function useLeaving() {
  const [signOut] = useSignOutMutation();
  const dispatch = useDispatch();
  const navigate = useNavigate();
  const language = useLanguage();
  return async () => {
    const answer = await signOut();
    if (answer.error) return;
    await navigate(`/${language}/sign-in`);
    dispatch(baseApi.util.resetApiState());
  };
}
