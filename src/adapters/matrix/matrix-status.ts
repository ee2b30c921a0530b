import { existsSync } from "node:fs";
import { join } from "node:path";
import { readLogin } from "./device-login.ts";
import { openMatrixStore } from "./matrix-store.ts";

export const notesFileIn = (folder: string): string => join(folder, "matrix.sqlite");

/** Wie es um den Anschluss steht, as the last run left it. Undefined if nobody is signed in. */
export function matrixStatus(
  folder: string,
): { readonly account: string; readonly signedOutSince?: string } | undefined {
  const login = readLogin(folder);
  if (login === undefined) return undefined;
  const { userId: account } = login;
  if (!existsSync(notesFileIn(folder))) return { account };
  const store = openMatrixStore(notesFileIn(folder));
  try {
    const alarm = store.value("alarm");
    return alarm === undefined || alarm === "" ? { account } : { account, signedOutSince: alarm };
  } finally {
    store.close();
  }
}
