import type { MailFaultCode } from "../../texts/mail-faults.ts";

/** A fault on the way to a mail server, by code; the sentence for people is in `texts`. Holds neither passwords nor words of a letter. */
export class MailFault extends Error {
  readonly code: MailFaultCode;
  constructor(code: MailFaultCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = "MailFault";
    this.code = code;
  }
}

/** Störung: what `status` tells about the way to a mail server, and since when (instant in UTC). */
export type MailTrouble = { readonly code: MailFaultCode; readonly since: string };

/** Codes of Node about certificates and handshakes. */
export const isTlsCode = (code: string): boolean =>
  /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO$)/.test(code);

/** A property of something that was thrown, of which nothing is known. */
export const propertyOf = (thrown: unknown, key: string): unknown =>
  typeof thrown === "object" && thrown !== null && key in thrown ? Reflect.get(thrown, key) : undefined;
