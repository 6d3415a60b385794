import { lazy, Suspense } from "react";

import { Blocks } from "@/features/content/blocks";
import { PageHead } from "@/features/content/page-head";
import type { ApplicationPage } from "@/shared/api/generated";
import { Skeleton } from "@/shared/ui/skeleton";

import styles from "./application-view.module.css";

const ApplyCard = lazy(async () => ({ default: (await import("@/features/apply/apply-card")).ApplyCard }));

/** The editor's words above the application form. */
export function ApplicationView({ page }: { page: ApplicationPage }) {
  return (
    <article className={styles.page}>
      <PageHead page={page} />
      <Blocks blocks={page.body} />
      <Suspense fallback={<Skeleton rows={8} height="3rem" />}>
        <ApplyCard />
      </Suspense>
    </article>
  );
}
