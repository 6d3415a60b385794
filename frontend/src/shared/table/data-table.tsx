import type { ReactNode } from "react";

import { Icon } from "@/shared/ui/icon";

import styles from "./data-table.module.css";

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  align?: "end";
  /** The server's ordering field; a column without one cannot be sorted. */
  sort?: string;
  /** Heads the card that a row becomes on a phone. */
  lead?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  ordering?: string;
  onSort?: (ordering: string) => void;
  busy?: boolean;
}

/** A table that turns its rows into cards on a phone; sorting is the server's, by the `ordering` it is given. */
export function DataTable<Row>({ caption, columns, rows, rowKey, ordering = "", onSort, busy }: DataTableProps<Row>) {
  return (
    <div className={styles.frame} aria-busy={busy}>
      <table role="table" className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} ordering={ordering} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)}>
              {columns.map((column) => (
                <td role="cell" key={column.key} data-label={column.title} className={cellClass(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return [column.align && styles.end, column.lead && styles.lead].filter(Boolean).join(" ");
}

/** A second press on the sorted column turns the order round. */
export function nextOrdering(current: string, field: string): string {
  return current === field ? `-${field}` : field;
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  ordering: string;
  onSort: ((ordering: string) => void) | undefined;
}

function HeadCell<Row>({ column, ordering, onSort }: HeadCellProps<Row>) {
  const { sort, title } = column;
  if (!sort || !onSort)
    return (
      <th scope="col" className={cellClass(column)}>
        {title}
      </th>
    );
  const active = ordering.replace("-", "") === sort;
  const descending = ordering.startsWith("-");
  return (
    <th
      scope="col"
      className={cellClass(column)}
      aria-sort={active ? (descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(nextOrdering(ordering, sort))}>
        {title}
        <span className={styles.arrow} data-active={active} data-descending={descending}>
          <Icon name="chevron" size={16} />
        </span>
      </button>
    </th>
  );
}
