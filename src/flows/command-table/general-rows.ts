import { addDays } from "../../core/kernel/local-date.ts";
import { optional, required } from "../parameters/acceptor.ts";
import { linkedAccount } from "../parameters/accounts.ts";
import { person } from "../parameters/people.ts";
import { line } from "../parameters/text.ts";
import { ask, commandRow, issue } from "./command-row.ts";

/** How long a Zugangscode is good for. */
export const CODE_VALID_DAYS = 14;

export const generalRows = [
  commandRow({
    id: "help",
    subject: "allgemein",
    words: "hilfe",
    aliases: ["hilfe zu", "help", "?", "befehle", "was kannst du", "was kann ich tun"],
    summary: "zeigt, was Sie tun können",
    help: "Ohne Zusatz: was Ihnen gerade offensteht. Mit einem Thema oder einem Befehl: die Einzelheiten dazu.",
    example: "hilfe abstimmung",
    issues: [],
    parameters: { about: optional(line("THEMA|BEFEHL")) },
    build: ({ about }) => ask(about === undefined ? { kind: "help" } : { kind: "help", about }),
  }),
  commandRow({
    id: "status",
    subject: "allgemein",
    words: "status",
    aliases: ["stand", "wo sind wir", "wie ist der stand"],
    summary: "zeigt, wo das Gremium gerade steht",
    help: "Sitzung, Tagesordnungspunkt, Anwesenheit und Beschlussfähigkeit, laufende Abstimmung oder Wahl.",
    example: "status",
    issues: [],
    parameters: {},
    build: () => ask({ kind: "status" }),
  }),
  commandRow({
    id: "rules",
    subject: "allgemein",
    words: "go",
    aliases: ["go erklären", "geschäftsordnung", "geschäftsordnung erklären", "was sagt die go zu"],
    summary: "erklärt die geltende Geschäftsordnung",
    help: "Ohne Zusatz: was Ihre Geschäftsordnung selbst sagt. Mit einem Thema: alle Regeln dazu, jede mit Paragraf oder als Standardregel.",
    example: "go beschlussfähigkeit",
    issues: [],
    parameters: { about: optional(line("THEMA")) },
    build: ({ about }) => ask(about === undefined ? { kind: "rules" } : { kind: "rules", about }),
  }),
  commandRow({
    id: "link",
    subject: "allgemein",
    words: "anmelden",
    aliases: ["anmeldung", "verbinden"],
    summary: "verbindet Ihr Konto mit Ihrer Mitgliedschaft",
    help: "Nur im Direktchat. Den Code bekommen Sie von der Geschäftsführung; er gilt einmal.",
    example: "anmelden K7QF2-M9XRA",
    issues: [],
    directOnly: true,
    parameters: { code: required(line("CODE", 60), "Wie lautet Ihr Code?") },
    build: ({ code }) => ({ kind: "link", code }),
  }),
  commandRow({
    id: "unlink",
    subject: "allgemein",
    words: "abmelden",
    aliases: ["konto trennen"],
    summary: "löst die Verbindung eines Kontos mit einer Person",
    help: "Ohne Namen: dieses Konto. Hat eine Person mehrere Konten, steht das gemeinte in Anführungszeichen. Zum Verbinden ist danach ein neuer Code nötig.",
    example: "abmelden",
    issues: ["UnlinkAccount"],
    parameters: { account: optional(linkedAccount) },
    build: ({ account }, context) => issue({ type: "UnlinkAccount", account: account ?? context.account }),
  }),
  commandRow({
    id: "link-code",
    subject: "allgemein",
    words: "code",
    aliases: ["code für", "zugangscode", "zugangscode für", "neuer code", "neuer code für"],
    summary: "gibt einen Code aus, mit dem sich eine Person anmeldet",
    help: `Der Code gilt einmal und ${CODE_VALID_DAYS} Tage. Er erscheint nur bei Ihnen; geben Sie ihn persönlich weiter. Ein früherer Code derselben Person gilt dann nicht mehr.`,
    example: "code Frau Jansen",
    issues: ["IssueLinkCode"],
    directOnly: true,
    parameters: { person: required(person, "Für wen ist der Code?") },
    build({ person: whom }, { ports, today }) {
      const { code, codeHash } = ports.newLinkCode();
      const validUntil = addDays(today(), CODE_VALID_DAYS);
      return { ...issue({ type: "IssueLinkCode", person: whom, codeHash, validUntil }), linkCode: code };
    },
  }),
  commandRow({
    id: "revert",
    subject: "allgemein",
    words: "rückgängig",
    aliases: ["rückgängig machen", "undo", "zurücknehmen"],
    summary: "nimmt den letzten Eintrag zurück",
    help: "Der Eintrag gilt als nie gemacht; dass er zurückgenommen wurde, bleibt im internen Protokoll sichtbar. Was sie an Ideen und Gruppen eines Workshops getan haben, nehmen alle selbst zurück, auch offene Punkte; anderes nimmt zurück, wer leitet oder das Protokoll führt.",
    example: "rückgängig",
    issues: ["RevertLast"],
    parameters: {},
    build: () => issue({ type: "RevertLast" }),
  }),
];
