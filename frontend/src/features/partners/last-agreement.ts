const KEY = "kabinet.agreement";

/** The agreement this browser worked with last; a hint only: the server decides what may be seen. */
export function lastAgreement(storage: Storage = localStorage): number | undefined {
  const stored = Number(storage.getItem(KEY));
  return stored > 0 ? stored : undefined;
}

export function rememberAgreement(id: number, storage: Storage = localStorage): void {
  storage.setItem(KEY, String(id));
}
