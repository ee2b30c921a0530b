import { isTlsCode, MailFault, propertyOf } from "./mail-fault.ts";

/** Störung am Postfach, by what the connection says of itself; never its words, which may quote what was sent. */
export function imapFault(error: unknown): MailFault {
  if (error instanceof MailFault) return error;
  const code = String(propertyOf(error, "code") ?? (error instanceof Error ? error.name : "unknown"));
  if (propertyOf(error, "authenticationFailed") === true) return new MailFault("imap-login", code);
  if (propertyOf(error, "tlsFailed") === true || isTlsCode(code)) return new MailFault("imap-tls", code);
  return new MailFault("imap-unreachable", code);
}

/** The server is there and knows us, but not this folder. */
export function folderFault(error: unknown): MailFault {
  const isRefused = propertyOf(error, "responseStatus") === "NO" || propertyOf(error, "code") === "NotFound";
  return isRefused ? new MailFault("imap-folder", "NO") : imapFault(error);
}
