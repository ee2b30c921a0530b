/** Störungen auf dem Weg zum Mailserver. */
export type MailFaultCode =
  | "smtp-unreachable"
  | "smtp-tls"
  | "smtp-login"
  | "smtp-sender"
  | "smtp-temporary"
  | "imap-unreachable"
  | "imap-tls"
  | "imap-login"
  | "imap-folder"
  | "mail-not-taken";

/** To whoever runs the program: what is so, and what to do. Letters wait meanwhile, answers stay in the mailbox. */
export const mailFaults = {
  "smtp-unreachable":
    "Der Mailserver für den Versand ist nicht erreichbar. Die Briefe warten und gehen von selbst hinaus. Bleibt es so: SITZUNGSDIENST_SMTP_SERVER und SITZUNGSDIENST_SMTP_PORT prüfen.",
  "smtp-tls":
    "Mit dem Mailserver für den Versand kommt keine verschlüsselte Verbindung zustande. Die Briefe warten. Bitte SITZUNGSDIENST_SMTP_SCHUTZ und das Zertifikat des Servers prüfen.",
  "smtp-login":
    "Der Mailserver für den Versand lehnt die Anmeldung ab. Die Briefe warten. Bitte SITZUNGSDIENST_SMTP_KONTO und SITZUNGSDIENST_SMTP_PASSWORT prüfen.",
  "smtp-sender":
    "Der Mailserver nimmt von dieser Absenderadresse nichts an. Die Briefe warten. Bitte SITZUNGSDIENST_MAIL_ABSENDER prüfen; meist muss die Adresse zum Konto gehören.",
  "smtp-temporary":
    "Der Mailserver nimmt zurzeit nichts an. Die Briefe warten und gehen von selbst hinaus; zu tun ist nichts.",
  "imap-unreachable":
    "Das Postfach ist nicht erreichbar. Antworten per Mail werden gelesen, sobald es wieder geht. Bleibt es so: SITZUNGSDIENST_IMAP_SERVER und SITZUNGSDIENST_IMAP_PORT prüfen.",
  "imap-tls":
    "Mit dem Postfach kommt keine verschlüsselte Verbindung zustande. Es wird nichts gelesen. Bitte SITZUNGSDIENST_IMAP_SCHUTZ und das Zertifikat des Servers prüfen.",
  "imap-login":
    "Das Postfach lehnt die Anmeldung ab. Es wird nichts gelesen. Bitte SITZUNGSDIENST_IMAP_KONTO und SITZUNGSDIENST_IMAP_PASSWORT prüfen.",
  "imap-folder":
    "Den Ordner im Postfach gibt es nicht, oder er darf nicht geöffnet werden. Es wird nichts gelesen. Bitte SITZUNGSDIENST_IMAP_ORDNER prüfen; üblich ist INBOX.",
  "mail-not-taken":
    "Eine Mail konnte nicht aufgenommen werden. Sie liegt noch im Postfach und wird weiter versucht. Bitte im Protokoll des Dienstes nachsehen, ob die Datenbank gestört ist.",
} as const satisfies Record<MailFaultCode, string>;
