/** Störung der Verschlüsselung: why this program cannot work encrypted, or only with a warning sign beside its messages. */
export type EncryptionFaultCode =
  | "store-damaged"
  | "store-locked"
  | "store-unwritable"
  | "store-of-other-device"
  | "library-failed"
  | "device-taken"
  | "identity-exists"
  | "identity-refused"
  | "password-missing"
  | "recovery-key-wrong"
  | "recovery-key-outdated"
  | "recovery-not-set-up";

/** Warum eine verschlüsselte Nachricht nicht lesbar ist. */
export type UnreadableReason =
  | "keyNotArrived"
  | "withheldUnverified"
  | "withheldBlocked"
  | "beforeJoin"
  | "withheldOther"
  | "damaged";

/** To whoever runs the program: what is so, and what to do. */
export const encryptionFaults = {
  "store-damaged":
    "Der Schlüsselspeicher für Matrix ist beschädigt. Es wurde nichts verändert. Bitte den Ordner sichern und die letzte Sicherung zurückspielen. Gibt es keine, den Ordner umbenennen und das Programm neu anmelden (neues Gerät); ältere Nachrichten bleiben dann unlesbar.",
  "store-locked":
    "Der Schlüsselspeicher für Matrix ist schon in Gebrauch: Der Sitzungsdienst läuft bereits. Bitte dort weiterarbeiten oder ihn dort beenden.",
  "store-unwritable":
    "Der Schlüsselspeicher für Matrix lässt sich nicht beschreiben; darum wird nichts mehr gesendet. Bitte Platz schaffen, die Rechte des Ordners prüfen und noch einmal starten.",
  "store-of-other-device":
    "Der Schlüsselspeicher gehört zu einem anderen Matrix-Konto oder Gerät. Bitte den Ordner zu diesem Konto angeben, oder für das neue Gerät einen leeren Ordner.",
  "library-failed":
    "Die Verschlüsselung ist ausgefallen; gesendet wird darum nichts mehr. Gespeichert ist alles Bisherige. Bitte noch einmal starten.",
  "device-taken":
    "Dieses Gerät benutzt auf dem Matrix-Server schon andere Schlüssel, zum Beispiel weil das Zugangstoken aus Element kopiert wurde oder der Schlüsselspeicher fehlt. Bitte das Programm neu anmelden, damit es ein eigenes Gerät bekommt, oder den Schlüsselspeicher zurückspielen.",
  "identity-exists":
    "Das Matrix-Konto wurde schon in Element eingerichtet. Das Gerät des Programms ist dort nicht bestätigt; neben seinen Nachrichten steht ein Warnzeichen, und manche Programme geben ihm keine Schlüssel. Bitte den Wiederherstellungsschlüssel des Kontos angeben, oder die Identität mit dem Passwort zurücksetzen.",
  "identity-refused":
    "Der Matrix-Server nimmt die Signaturschlüssel des Programms nicht an. Bitte das Passwort des Kontos prüfen oder bei der Betreuung des Servers nachfragen.",
  "password-missing":
    "Der Matrix-Server verlangt das Passwort des Kontos, um die Identität einzurichten. Bitte das Passwort angeben und noch einmal starten.",
  "recovery-key-wrong":
    "Der Wiederherstellungsschlüssel passt nicht zu diesem Matrix-Konto. Es wurde nichts verändert. Bitte den Schlüssel noch einmal abschreiben, so wie Element ihn angezeigt hat (Gruppen zu vier Zeichen).",
  "recovery-key-outdated":
    "Der Wiederherstellungsschlüssel gehört zu einer früheren Identität des Matrix-Kontos. Es wurde nichts verändert. Bitte in Element die Wiederherstellung neu einrichten und den neuen Schlüssel angeben.",
  "recovery-not-set-up":
    "Für dieses Matrix-Konto ist keine Wiederherstellung eingerichtet. Es wurde nichts verändert. Bitte sie in Element einrichten und den Schlüssel angeben, oder die Identität mit dem Passwort zurücksetzen.",
} as const satisfies Record<EncryptionFaultCode, string>;

/** To the person whose message could not be read, in the same room. */
export const unreadableReasons = {
  keyNotArrived:
    "Ihre Nachricht kam an, ihr Schlüssel noch nicht; ich kann sie gerade nicht lesen. Kommt er nach, antworte ich von selbst. Sonst senden Sie sie bitte noch einmal.",
  withheldUnverified:
    "Ich kann Ihre Nachricht nicht lesen: Ihr Programm gibt seine Schlüssel nur an verifizierte Geräte. Bitte schalten Sie das in Element unter „Einstellungen“ und „Sicherheit“ aus und senden Sie sie noch einmal. Hilft das nicht, sagen Sie bitte der Betreuung Bescheid.",
  withheldBlocked:
    "Ich kann Ihre Nachricht nicht lesen: Mein Gerät ist bei Ihnen gesperrt. Bitte heben Sie die Sperre in Element auf und senden Sie sie noch einmal.",
  beforeJoin:
    "Ich kann diese Nachricht nicht lesen: Sie wurde geschrieben, bevor ich dazukam. Bitte senden Sie sie noch einmal.",
  withheldOther:
    "Ich kann Ihre Nachricht nicht lesen: Ihr Programm hat mir den Schlüssel nicht gegeben. Bitte senden Sie sie noch einmal; bleibt es dabei, melden Sie sich in Element ab und wieder an.",
  damaged: "Ich kann Ihre Nachricht nicht lesen: Sie ist beschädigt angekommen. Bitte senden Sie sie noch einmal.",
} as const satisfies Record<UnreadableReason, string>;
