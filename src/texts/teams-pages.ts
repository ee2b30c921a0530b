/** Seiten, auf die das App-Paket verweist; plain text, without anything that HTML would take for its own. */
export const teamsPages = {
  "/": {
    title: "Sitzungsdienst",
    paragraphs: [
      "Der Sitzungsdienst ist das Chat-Sekretariat eines Gremiums: Er führt Anwesenheit, Tagesordnung und Redeliste, zählt Abstimmungen und Wahlen und schreibt das Protokoll.",
      "Unter dieser Adresse ist er für Microsoft Teams erreichbar. Benutzt wird er im Chat; hier gibt es nichts zu bedienen.",
    ],
  },
  "/datenschutz": {
    title: "Datenschutz",
    paragraphs: [
      "Verantwortlich ist die Stelle, die diesen Dienst betreibt, in der Regel das Jugendamt. Fragen und Auskunftsersuchen nimmt die Geschäftsführung des Gremiums entgegen.",
      "Gespeichert wird, was zum Gremium gehört: Namen und Ämter der Mitglieder, Anwesenheit, Anträge, Stimmen, Wahlen, Notizen und Protokolle, dazu die Kennungen der Konten in Teams. Bei geheimen Abstimmungen wird festgehalten, wer gestimmt hat, nicht wie.",
      "Gelesen wird, was an den Sitzungsdienst gerichtet ist. Nur wenn die Administration ausdrücklich zugestimmt hat, bekommt er auch die übrigen Nachrichten eines Chats. Er behält sie nicht; hat das Gremium die Weiterleitung zwischen seinen Räumen eingeschaltet, liegen sie bei ihm, bis sie dort angekommen sind.",
      "Nachrichten in Teams verarbeitet zusätzlich Microsoft im Auftrag Ihrer Organisation. Hat das Gremium auch einen Raum in Matrix, stehen Tagesordnung, Abstimmungen und Ergebnisse auch dort, auf dem Server der Beteiligten. Sonst gibt der Sitzungsdienst nichts weiter.",
    ],
  },
  "/nutzung": {
    title: "Nutzung",
    paragraphs: [
      "Der Sitzungsdienst ist freie Software (EUPL-1.2) ohne Gewährleistung. Mitmachen kann, wen die Geschäftsführung als Mitglied eingetragen hat.",
      "Verbindlich sind die Geschäftsordnung des Gremiums und sein genehmigtes Protokoll; der Sitzungsdienst rechnet danach und nennt die Stelle, auf die er sich stützt.",
    ],
  },
} as const;
