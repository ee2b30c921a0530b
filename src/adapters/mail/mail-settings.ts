/** Schutz der Verbindung: encrypted from the start, encrypted before anything is said, or not at all (this machine alone). */
export type Protection = "tls" | "starttls" | "none";

export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly protection: Protection;
  readonly login: { readonly account: string; readonly password: string } | undefined;
};

/** Postfach, from which answers are read. */
export type Postbox = MailServer & { readonly folder: string };
