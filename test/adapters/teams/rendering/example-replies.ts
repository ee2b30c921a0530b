import type { CardLook } from "../../../../src/adapters/teams/rendering/teams-message.ts";
import type { PersonId, RoomId } from "../../../../src/core/kernel/ids.ts";
import { type Block, heading, list, reply } from "../../../../src/flows/reply.ts";

export const room = { kind: "room", room: "teams:19:a@thread.v2" as RoomId } as const;

export const inRoom: CardLook = { isPrivate: false, nonce: "n-1", mentions: [] };
export const inDirect: CardLook = { ...inRoom, isPrivate: true };

const answers = ["ja", "nein", "enthaltung"].map((command) => ({ label: command, command }));

export const openVote = reply(
  room,
  [
    "Abstimmung eröffnet: Antrag 3.",
    "»Die AG 78 empfiehlt dem Jugendhilfeausschuss, die Fachleistungsstunde zum 1. Januar um 3,2 % anzuheben.«",
    "Stimmen Sie mit »ja«, »nein« oder »enthaltung«. Bis zum Schluss der Abstimmung können Sie Ihre Stimme ändern.",
  ],
  { choices: answers, asks: "ballot-3", callsOn: ["jansen" as PersonId] },
);

export const openVoteLook: CardLook = {
  ...inRoom,
  about: "ballot-3",
  refreshFor: ["29:a", "29:b"],
  privately: [{ label: "Meine Stimme", command: "stimmzettel" }],
  mentions: [
    { id: "0f0e0d0c-0b0a-4908-8706-050403020100", name: "Frau Jansen" },
    { id: "1f0e0d0c-0b0a-4908-8706-050403020100", name: "Vertreter*in Jugendamt" },
  ],
};

export const runningVote = reply(
  room,
  [
    heading("Antrag 3"),
    "Abgestimmt: 12 von 17 Stimmen.",
    "Es fehlen: Regenbogen, Hafen, Arche, Lebenshilfe, Jugendamt.",
  ],
  { live: "ballot-3", asks: "ballot-3", choices: answers },
);

const names = [
  "Frau Jensen (Familienwerkstatt)",
  "Herr Brandt (Arche)",
  "Herr Ketels (Hafen)",
  "Frau Thomsen (Lebenshilfe)",
  "Frau Schulz (Jugendamt)",
  "Herr Petersen (Diakonisches Werk Segeberg gGmbH, Fachbereich Hilfen zur Erziehung)",
  "Frau Hoffmann (AWO)",
  "Herr Arndt (Regenbogen)",
  "Frau Vollmer (Caritas)",
  "Herr Rathje (Kinderschutzbund)",
  "Frau Neeth (Pestalozzi)",
  "Herr Lindner (Rauhes Haus)",
];

export const secretPaper = reply(
  { kind: "person", person: "jansen" as PersonId },
  [
    "Ihr Stimmzettel",
    "1. Wahlgang: 2. Sprecher*in (geheim)",
    list(names.slice(0, 3), true),
    "Eine Stimme. Antworten Sie mit dem Knopf, der Nummer oder »enthaltung«.",
  ],
  {
    about: "ballot-4",
    asks: "ballot-4",
    choices: [
      ...names.slice(0, 3).map((label, index) => ({ label, command: `stimme ${index + 1}` })),
      { label: "enthaltung", command: "enthaltung" },
    ],
  },
);

export const election = reply(
  room,
  ["1. Wahlgang eröffnet: Sprecher*in (offen).", list(names, true), "Eine Stimme je Träger."],
  { asks: "ballot-5", choices: names.map((label, index) => ({ label, command: `stimme ${index + 1}` })) },
);

export const figures: Block = {
  kind: "figures",
  title: "Antrag 3",
  rows: [
    { label: "Ja", count: 12 },
    { label: "Nein", count: 4 },
    { label: "Enthaltung", count: 1 },
  ],
};

export const result = reply(room, [
  "Angenommen mit 12 Ja, 4 Nein und 1 Enthaltung; nötig war die Mehrheit der abgegebenen Stimmen (§ 6 Abs. 1 GO).",
  "Beschluss 2023-1: Die AG 78 empfiehlt die Anhebung.",
  figures,
  "Weiter mit »top 4«.",
]);

export const electionResult = reply(room, [
  "Gewählt ist Frau Jensen (Familienwerkstatt).",
  { kind: "figures", title: "Sprecher*in", rows: names.map((label, index) => ({ label, count: 12 - index })) },
]);

export const agenda = reply(room, [
  heading("Tagesordnung Freitag, 27.01.2023 (noch nicht festgestellt)"),
  list(
    Array.from(
      { length: 25 },
      (_, index) =>
        `${["Geschäftsordnung", "Wahl der Sprecher*innen", "Infrastrukturelle Versorgung mit Hilfen zur Erziehung im Kreis, Bericht der Verwaltung und Aussprache über die Wartezeiten"][index % 3]}${index === 3 ? " ← jetzt" : ""}`,
    ),
    true,
  ),
]);

export const refusal = reply(room, [
  "Abgelehnt: Die Abstimmung ist geheim. Im Raum könnten alle Ihre Stimme lesen; sie wurde nicht gezählt.",
  "Stimmen Sie bitte im Direktchat mit mir ab.",
]);

export const status = reply(
  room,
  [
    heading("Stand"),
    "1. Sitzung, Leitung: Frau Vollmer.",
    "TOP 3: Klinik (Zeitbudget 10 min, seit 14 min)",
    heading("Da sind:"),
    list(["Jugendamt: Frau Schulz", "Arche: Herr Brandt", "Hafen: Herr Ketels"]),
    heading("Es fehlen:"),
    list(["Regenbogen (entschuldigt)", "Lebenshilfe"]),
  ],
  { choices: [{ label: "Nur „antrag: Die AG möge beschließen, dass …“ ausführen", command: "antrag: x" }] },
);

export const hostileTexts = [
  "<at>Frau Jansen</at> stimmt ab",
  "**fett** _kursiv_ `code` # Titel ~~weg~~ \\*",
  "[Hier abstimmen](javascript:alert(1)) ![x](https://example.org/x.png)",
  "{{DATE(2020-01-01T00:00:00Z, SHORT)}} {{TIME(2020-01-01T00:00:00Z)}} {{{DATE(2020-01-01T00:00:00Z)}}}",
  "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; &amp;",
  "\u0024{name} \u0024{{x}} <speak>hallo</speak>",
  "Ja\u202enie\u202c \u2066x\u2069 \u200bunsichtbar\u0007 \u2060",
  "\ud800 halb \udc00 😀👩‍👩‍👧",
  "1. nein\n2. doch\n\n• drei",
  "x".repeat(5_000),
];

export const hostile = reply(
  room,
  hostileTexts.slice(0, 9).flatMap((text): Block[] => [{ kind: "text", text }, list([text], true)]),
  { choices: hostileTexts.slice(0, 9).map((text) => ({ label: text, command: `notiz: ${text}` })) },
);

export const ideaPhase = reply(
  room,
  [
    "Jetzt: Ideen sammeln, bis 09:20 Uhr.",
    "Schreiben Sie Ihre Ideen im Direktchat, je Zeile eine: „idee: …“. Niemand erfährt, von wem sie sind.",
  ],
  {
    choices: [{ label: "workshop", command: "workshop" }],
    field: {
      key: "ideen-feld-1-1-anonym",
      label: "Ihre Idee, ohne Namen. Was Sie hier schreiben, sieht im Chat niemand.",
      button: "Idee anonym geben",
      command: "idee",
      about: {
        label: "Zu welcher Leitfrage? (freiwillig)",
        choices: [
          { label: "Leitfrage 1: Was brauchen junge Menschen vor Ort?", command: "idee zu 1" },
          { label: `Leitfrage 2: ${"Was fehlt uns dafür in den Gemeinden? ".repeat(5)}`, command: "idee zu 2" },
        ],
      },
      longest: 1000,
    },
  },
);
