import { useLingui } from "@lingui/react/macro";

import { useLanguage } from "@/shared/i18n/use-language";
import { LinkButton } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";
import { useDocumentTitle } from "@/shared/ui/use-document-title";

/** Where a link to a draft leads once it opens nothing; a working one is shown at its page's own address. */
export function WithdrawnDraft() {
  const { t } = useLingui();
  const language = useLanguage();
  useDocumentTitle(t`This link no longer works`);
  return (
    <EmptyState
      icon="lock"
      level="h1"
      title={t`This link no longer works`}
      action={<LinkButton to={`/${language}/`}>{t`To the home page`}</LinkButton>}
    >
      {t`It showed a draft for a while; now its time is over, or it was withdrawn. Ask the colleague who sent it for a new one.`}
    </EmptyState>
  );
}
