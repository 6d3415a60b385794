import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";

import { Brand } from "@/shared/brand";
import { dark, light, scale } from "@/shared/design/tokens";
import { useThemeMode } from "@/shared/design/theme-mode";
import { useFormat } from "@/shared/format/use-format";
import { DataTable } from "@/shared/table/data-table";
import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { Field } from "@/shared/ui/field";
import { Icon } from "@/shared/ui/icon";
import { Notice } from "@/shared/ui/notice";
import { Pager } from "@/shared/ui/pager";
import { ProblemNotice } from "@/shared/ui/problem-notice";
import { ScreenHead } from "@/shared/ui/screen-head";
import { Skeleton } from "@/shared/ui/skeleton";
import { StatusTag } from "@/shared/ui/status-tag";

import styles from "./style-page.module.css";

/** The living style page: every token and component as it is now, in the language and theme of the reader. */
export function StylePage() {
  const { t } = useLingui();
  return (
    <div className={styles.page}>
      <ScreenHead title={t`Style`} note={t`The tokens and components of the portal, as they are in this build.`} />
      <Colours />
      <Type />
      <Controls />
      <Messages />
      <States />
      <TableSample />
    </div>
  );
}

function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.sample}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Colours() {
  const { t } = useLingui();
  const palette = useThemeMode() === "dark" ? dark : light;
  const colours = Object.entries(palette).filter(([name]) => !name.startsWith("shadow"));
  return (
    <Sample title={t`Colours`}>
      <ul className={styles.swatches}>
        {colours.map(([name, value]) => (
          <li key={name}>
            <span className={styles.swatch} style={{ background: value }} />
            <strong>{name}</strong>
            <code>{value}</code>
          </li>
        ))}
      </ul>
    </Sample>
  );
}

function Type() {
  const { t } = useLingui();
  const format = useFormat();
  const sizes = Object.entries(scale).filter(([name]) => name.startsWith("text"));
  return (
    <Sample title={t`Type`}>
      <Brand />
      {sizes.map(([name, value]) => (
        <p key={name} className={styles.specimen} style={{ fontSize: value }}>
          Ағаш өңдеу мұнайы, үлгі һәм көрсеткіш · Масло 5W-40 <small>{name}</small>
        </p>
      ))}
      <p className="tabular">
        {format.money("1234567.5", "KZT")} · {format.quantity("216.500", "kg")} · {format.longDate("2026-11-22")} ·{" "}
        {format.count(1234567)}
      </p>
    </Sample>
  );
}

function Controls() {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  return (
    <Sample title={t`Controls`}>
      <div className={styles.row}>
        <Button>{t`Place the order`}</Button>
        <Button busy={busy} onClick={() => setBusy(!busy)}>{t`Press to wait`}</Button>
        <Button busy>{t`Busy`}</Button>
        <Button look="quiet">{t`Back`}</Button>
        <Button look="bare">
          <Icon name="trash" /> {t`Delete`}
        </Button>
      </div>
      <div className={styles.columns}>
        <Field label={t`E-mail`} hint={t`The address you sign in with.`} defaultValue="buyer@company.kz" />
        <Field label={t`E-mail`} errors={[t`Fill in this field.`]} defaultValue="buyer@" />
        <Field label={t`E-mail`} disabled defaultValue="buyer@company.kz" />
      </div>
      <Pager count={240} page={3} pageSize={24} />
    </Sample>
  );
}

function Messages() {
  const { t } = useLingui();
  return (
    <Sample title={t`Messages`}>
      <div className={styles.row}>
        <StatusTag tone="neutral">{t`Cancelled`}</StatusTag>
        <StatusTag tone="progress">{t`Placed`}</StatusTag>
        <StatusTag tone="info">{t`Accepted`}</StatusTag>
        <StatusTag tone="success">{t`Closed`}</StatusTag>
        <StatusTag tone="warning">{t`Awaiting payment`}</StatusTag>
        <StatusTag tone="danger">{t`Rejected`}</StatusTag>
      </div>
      <Notice tone="info" title={t`This is a demo`} />
      <Notice tone="success" title={t`Everything is in order`}>{t`Prices and stock were checked just now.`}</Notice>
      <Notice
        tone="warning"
        title={t`1C is not answering now`}
        action={<Button look="quiet">{t`Send again`}</Button>}
      />
      {[401, 403, 404, 409, 429, 500].map((status) => (
        <ProblemNotice key={status} error={{ status, data: {} }} />
      ))}
      <ProblemNotice error={{ status: "FETCH_ERROR", error: "" }} onRetry={() => {}} />
    </Sample>
  );
}

function States() {
  const { t } = useLingui();
  return (
    <Sample title={t`States`}>
      <div className={styles.columns}>
        <Skeleton rows={6} />
        <EmptyState icon="orders" title={t`No orders yet`} action={<Button>{t`Open the catalogue`}</Button>}>
          {t`Choose products in the catalogue; every order you place is followed here.`}
        </EmptyState>
      </div>
    </Sample>
  );
}

function TableSample() {
  const { t } = useLingui();
  const format = useFormat();
  const [ordering, setOrdering] = useState("name");
  const rows = [
    { name: "10W-40", amount: "125000.00" },
    { name: "ATF III", amount: "98000.50" },
  ];
  return (
    <Sample title={t`Table`}>
      <DataTable
        caption={t`Table`}
        rows={rows}
        rowKey={(row) => row.name}
        ordering={ordering}
        onSort={setOrdering}
        columns={[
          { key: "name", title: t`Product`, lead: true, sort: "name", render: (row) => row.name },
          {
            key: "amount",
            title: t`Amount`,
            align: "end",
            sort: "amount",
            render: (row) => format.money(row.amount, "KZT"),
          },
        ]}
      />
    </Sample>
  );
}
