import type { SiteBanner } from "@/shared/api/generated";

const KEY = "kabinet.banners";
const REMEMBERED = 50;

type Named = Pick<SiteBanner, "id" | "version">;

const nameOf = ({ id, version }: Named) => `${id}:${version}`;

/** What was put away in this browser, the latest last; nothing where the browser keeps nothing. */
function dismissed(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}

/** A banner that says something new is a new version, and is shown again. */
export function withoutDismissed<Banner extends Named>(banners: readonly Banner[]): Banner[] {
  const away = new Set(dismissed());
  return banners.filter((banner) => !away.has(nameOf(banner)));
}

export function dismiss(banner: Named): void {
  const names = [...dismissed().filter((name) => name !== nameOf(banner)), nameOf(banner)];
  localStorage.setItem(KEY, JSON.stringify(names.slice(-REMEMBERED)));
}
