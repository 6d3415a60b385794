import { useSyncExternalStore } from "react";

export type ThemeMode = "light" | "dark";

const KEY = "kabinet.theme";
const YEAR_SECONDS = 31_536_000;
const listeners = new Set<() => void>();

/** The mode the reader chose, else what their system prefers. */
export function currentMode(): ThemeMode {
  const chosen = document.documentElement.dataset.theme ?? localStorage.getItem(KEY);
  if (chosen === "light" || chosen === "dark") return chosen;
  return window.matchMedia?.("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Puts the stored choice on <html>; called before the first render. */
export function applyStoredMode(): void {
  const stored = localStorage.getItem(KEY);
  if (stored === "light" || stored === "dark") document.documentElement.dataset.theme = stored;
}

/** Remembers the choice, also in a cookie, so that the server can put it into the first byte of the page. */
export function chooseMode(mode: ThemeMode): void {
  localStorage.setItem(KEY, mode);
  document.cookie = `theme=${mode}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  document.documentElement.dataset.theme = mode;
  listeners.forEach((notify) => notify());
}

function subscribe(notify: () => void): () => void {
  const system = window.matchMedia?.("(prefers-color-scheme: dark)");
  listeners.add(notify);
  system?.addEventListener("change", notify);
  return () => {
    listeners.delete(notify);
    system?.removeEventListener("change", notify);
  };
}

export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, currentMode);
}
