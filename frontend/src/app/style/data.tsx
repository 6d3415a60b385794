import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useFormat } from "@/shared/format/use-format";
import { DataTable } from "@/shared/table/data-table";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { QueryView } from "@/shared/ui/query-view";
import { Skeleton } from "@/shared/ui/skeleton";

import { Sample, State } from "./sample";
import { useStateNames } from "./state-names";

const ROWS = [
  { name: "10W-40", amount: "125000.00" },
  { name: "ATF III", amount: "98000.50" },
];
const nothing = () => null;

export function Tables() {
  const { t } = useLingui();
  const names = useStateNames();
  return (
    <Sample title={t`Table`}>
      <State name={names.normal}>
        <Prices />
      </State>
      <State name={names.hover} shows="hover">
        <Prices />
      </State>
      <State name={names.loading}>
        <Prices busy />
      </State>
    </Sample>
  );
}

function Prices({ busy }: { busy?: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const [ordering, setOrdering] = useState("name");
  return (
    <DataTable
      caption={t`Table`}
      rows={ROWS}
      rowKey={(row) => row.name}
      ordering={ordering}
      onSort={setOrdering}
      busy={busy}
      columns={[
        { key: "name", title: t`Product`, lead: true, sort: "name", render: (row) => <a href="#main">{row.name}</a> },
        {
          key: "amount",
          title: t`Amount`,
          align: "end",
          sort: "amount",
          render: (row) => format.money(row.amount, "KZT"),
        },
      ]}
    />
  );
}

/** The four faces of a screen that waits for data. */
export function Reads() {
  const { t } = useLingui();
  const names = useStateNames();
  const query = { isFetching: false, refetch: nothing };
  return (
    <Sample title={t`States`}>
      <State name={names.loading}>
        <Skeleton rows={4} />
      </State>
      <State name={names.empty}>
        <EmptyState icon="orders" title={t`No orders yet`} action={<Button>{t`Open the catalogue`}</Button>}>
          {t`Choose products in the catalogue; every order you place is followed here.`}
        </EmptyState>
      </State>
      <State name={names.error}>
        <QueryView query={{ ...query, error: { status: 500, data: {} } }}>{nothing}</QueryView>
      </State>
      <State name={names.offline}>
        <QueryView query={{ ...query, error: { status: "FETCH_ERROR", error: "" } }}>{nothing}</QueryView>
      </State>
      <State name={names.missing}>
        <QueryView
          query={{ ...query, error: { status: 404, data: {} } }}
          missing={<EmptyState icon="search" title={t`Page not found`} />}
        >
          {nothing}
        </QueryView>
      </State>
    </Sample>
  );
}
