/** Störung beim Start, by fault code: what is so, and what to do. Nothing was changed. */
export const startFaults = {
  "version-conflict":
    "Die Aufzeichnung wurde gleichzeitig von anderer Stelle fortgeschrieben. Bitte noch einmal starten.",
  "disk-full":
    "Der Datenträger ist voll. Bitte Platz schaffen und noch einmal starten; gespeichert ist alles Bisherige.",
  "read-only":
    "Der Datenordner lässt sich nicht beschreiben. Bitte die Rechte des Ordners prüfen oder mit SITZUNGSDIENST_DATEN einen anderen nennen.",
  "locked-by-other-process":
    "Die Datenbank ist schon in Gebrauch: Der Sitzungsdienst läuft bereits. Bitte dort weiterarbeiten oder ihn dort mit /ende beenden.",
  damaged:
    "Die Datenbank ist beschädigt. Es wurde nichts verändert. Bitte die Dateien sichern und die letzte Sicherung zurückspielen.",
  "unknown-event":
    "In der Aufzeichnung steht ein Ereignis, das diese Fassung des Programms nicht kennt. Bitte die neuere Fassung starten; es wurde nichts verändert.",
  "key-missing":
    "Der Schlüssel einer geheimen Abstimmung ist beschädigt oder nicht lesbar. Bitte den Schlüsselordner zurückspielen; ohne ihn lassen sich deren Stimmen nicht auszählen.",
  "unsafe-settings":
    "Die Datei ist keine Datenbank dieses Programms, stammt von einer neueren Fassung oder liegt auf einem Datenträger, der nicht verlässlich speichert. Bitte einen anderen Datenordner wählen.",
  closed: "Die Datenbank ist schon geschlossen. Bitte noch einmal starten.",
  io: "Der Datenträger meldet einen Fehler. Bitte prüfen, ob er verbunden und in Ordnung ist.",
} as const;

/** Störung während des Betriebs: to the person whose message could not be stored. The program goes on. */
export const runtimeFaults = {
  "version-conflict":
    "Das wurde nicht gespeichert, weil sich gleichzeitig etwas geändert hat. Bitte noch einmal senden.",
  "disk-full":
    "Das wurde nicht gespeichert: Der Datenträger ist voll. Es hat sich nichts geändert. Bitte Platz schaffen und noch einmal senden.",
  "read-only":
    "Das wurde nicht gespeichert: Der Datenordner lässt sich gerade nicht beschreiben. Es hat sich nichts geändert.",
  "locked-by-other-process":
    "Das wurde nicht gespeichert: Ein anderes Programm hält die Datenbank fest. Bitte gleich noch einmal senden.",
  damaged:
    "Das wurde nicht gespeichert: Die Datenbank ist beschädigt. Bitte die Sitzung auf Papier weiterführen und die Betreuung rufen.",
  "unknown-event": "Das wurde nicht gespeichert: Die Aufzeichnung ist nicht lesbar. Bitte die Betreuung rufen.",
  "key-missing":
    "Das wurde nicht gespeichert: Der Schlüssel der offenen Urne fehlt, niemand kann sie öffnen. Bitte den Schlüsselordner zurückspielen, oder „abstimmung abbrechen: Schlüssel fehlt“ und neu abstimmen.",
  "unsafe-settings": "Das wurde nicht gespeichert: Der Speicher ist nicht verlässlich. Bitte die Betreuung rufen.",
  closed: "Das wurde nicht gespeichert: Der Sitzungsdienst wird gerade beendet.",
  io: "Das wurde nicht gespeichert: Der Datenträger meldet einen Fehler. Es hat sich nichts geändert. Bitte noch einmal senden.",
} as const;
