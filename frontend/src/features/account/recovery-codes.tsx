import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { BRAND_NAME } from "@/shared/brand";
import { Button } from "@/shared/ui/button";
import { Icon } from "@/shared/ui/icon";
import { Notice } from "@/shared/ui/notice";

import styles from "./security.module.css";

/** "12345678" → "1234 5678"; sign-in takes either. */
const readable = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Shown once: whoever leaves without saving them makes new ones. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  const text = codes.map(readable).join("\n");
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${BRAND_NAME}\n\n${text}\n`)}`;
  return (
    <div className={styles.form}>
      <Notice tone="warning" title={t`Save these recovery codes now`}>
        <Trans>
          They are shown only once. Each lets you in once when the telephone with your app is lost. Keep them apart from
          the telephone.
        </Trans>
      </Notice>
      <ol className={styles.codes} aria-label={t`Recovery codes`}>
        {codes.map((code) => (
          <li key={code}>
            <code>{readable(code)}</code>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        {"clipboard" in navigator && (
          <Button look="quiet" onClick={copy}>
            <Icon name={copied ? "check" : "copy"} size={18} />
            {copied ? t`Copied` : t`Copy`}
          </Button>
        )}
        <a className={styles.download} href={file} download="recovery-codes.txt">
          <Icon name="download" size={18} />
          <Trans>Download</Trans>
        </a>
        <Button onClick={onSaved}>{t`I have saved them`}</Button>
      </div>
    </div>
  );
}
