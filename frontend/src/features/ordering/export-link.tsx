import { Trans } from "@lingui/react/macro";

import { Icon } from "@/shared/ui/icon";
import { useUrlFilters } from "@/shared/url/use-url-filters";

import { orderFilters } from "./order-filters";

import styles from "./orders-page.module.css";

const EXPORT = "/api/v1/ordering/orders/export.xlsx";

/** The current view as a spreadsheet: the same filters and order as on the screen. */
export function ExportLink() {
  const wanted = Object.entries(orderFilters(useUrlFilters())).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return (
    <a className={styles.export} href={`${EXPORT}?${new URLSearchParams(wanted)}`} download>
      <Icon name="download" size={18} />
      <Trans>To Excel</Trans>
    </a>
  );
}
