import type { File } from "@/shared/api/generated";
import { useFormat } from "@/shared/format/use-format";
import { useLanguage } from "@/shared/i18n/use-language";
import { Icon } from "@/shared/ui/icon";

import styles from "./file-link.module.css";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A document to download, with what a reader wants to know before: of what kind, how large, of which language and day. */
export function FileLink({
  file,
  language,
  issuedOn,
}: {
  file: File;
  language?: string | null;
  issuedOn?: string | null;
}) {
  const spoken = useLanguage();
  const format = useFormat();
  const facts = [
    file.extension.toUpperCase(),
    file.size !== null && sizeOf(file.size, spoken),
    language && new Intl.DisplayNames([spoken, "ru"], { type: "language" }).of(language),
    issuedOn && format.date(issuedOn),
  ].filter(Boolean);
  return (
    <a className={styles.file} href={file.url} download>
      <Icon name="download" />
      <span>
        <strong>{file.title}</strong>
        <small>{facts.join(" · ")}</small>
      </span>
    </a>
  );
}

function sizeOf(bytes: number, language: string): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  const amount = bytes / 1024 ** step;
  const format = { style: "unit", unit: UNITS[step], maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language, format).format(amount);
}
