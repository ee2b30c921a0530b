import { joined } from "./names.ts";

/** What stands below a letter whose attachments were too large. */
export const leftOut = (names: readonly string[]): string =>
  names.length === 1
    ? `Nicht beigefügt, weil zu groß: ${names[0]}. Bitte bei der Geschäftsstelle anfragen.`
    : `Nicht beigefügt, weil zusammen zu groß: ${joined(names)}. Bitte bei der Geschäftsstelle anfragen.`;

/** Versandnachweis without a server's words. */
export const noSuchAddress = (): string => "Keine gültige Mailadresse; nicht versandt.";
export const filedAs = (name: string): string => `Als Datei abgelegt: post/${name}`;
export const acceptedWithoutWords = (): string => "Vom Mailserver angenommen.";
export const refusedWithoutWords = (): string => "Vom Mailserver abgelehnt.";
