import { Trans } from "@lingui/react/macro";
import { useRouteError } from "react-router";

import { Button } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/empty-state";

/** The last resort: a screen that broke says so and offers a reload; the cart and the address are kept. */
export function Crash() {
  const error = useRouteError();
  console.error(error);
  return (
    <main>
      <EmptyState
        icon="alert"
        level="h1"
        title={<Trans>This screen broke</Trans>}
        action={
          <Button onClick={() => window.location.reload()}>
            <Trans>Reload the page</Trans>
          </Button>
        }
      >
        <Trans>
          What you put into the order is kept. If it happens again, tell your manager the time and the address of the
          page.
        </Trans>
      </EmptyState>
    </main>
  );
}
