import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";

import type { Staff } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import type { Column } from "@/shared/table/data-table";

import { Places } from "./places";
import { StaffStateTag } from "./staff-state";

import styles from "./staff.module.css";

export function useStaffColumns(several: boolean): Column<Staff>[] {
  const { t } = useLingui();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: "name",
      title: t`Colleague`,
      lead: true,
      render: (colleague) => (
        <>
          <Link className={styles.name} to={`/${language}/cabinet/staff/${colleague.id}`}>
            {colleague.name}
          </Link>{" "}
          {colleague.is_me && (
            <span className={styles.note}>
              <Trans>(you)</Trans>
            </span>
          )}
          <div className={styles.note}>{colleague.email}</div>
        </>
      ),
    },
    { key: "role", title: t`Role`, render: ({ roles }) => roles.map((role) => role.name).join(", ") },
    { key: "places", title: t`Works with`, render: (colleague) => <Places colleague={colleague} several={several} /> },
    { key: "state", title: t`State`, render: ({ state }) => <StaffStateTag state={state} /> },
    {
      key: "seen",
      title: t`Last sign-in`,
      render: ({ last_login: seen }) => (seen ? format.dateTime(seen) : t`never`),
    },
  ];
}
