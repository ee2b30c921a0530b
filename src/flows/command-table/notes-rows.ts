import { quarterOf } from "../../core/kernel/local-date.ts";
import type { AgreedDateKind, Attribution, NoteGrade } from "../../core/minutes/events.ts";
import { wrongQuarter } from "../../texts/prompts-dates.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { appointment } from "../parameters/dates.ts";
import { quarter } from "../parameters/numbers.ts";
import { speaker, spokenText } from "../parameters/spoken.ts";
import { taskText } from "../parameters/task-text.ts";
import { bodyPoints, bodyText, flag, line, quoted, title } from "../parameters/text.ts";
import { ask, type CommandRow, commandRow, issue } from "./command-row.ts";

type NoteRow = {
  readonly id: string;
  readonly words: string;
  readonly aliases: readonly string[];
  readonly grade: NoteGrade;
  readonly internal?: true;
  readonly summary: string;
  readonly help: string;
  readonly example: string;
};

/** Eine Notiz: its grade is the word it is entered with. */
function noteRow({ grade, internal, ...row }: NoteRow): CommandRow {
  return commandRow({
    ...row,
    subject: "protokoll",
    issues: ["TakeNote"],
    body: true,
    parameters: { text: required(bodyText("TEXT"), "Wie lautet der Text?") },
    build: ({ text }) => issue({ type: "TakeNote", grade, text, internal: internal ?? false }),
  });
}

type SpokenRow = Omit<NoteRow, "grade" | "internal"> & {
  readonly manner: Attribution["manner"];
  readonly prompts: { readonly who: string; readonly what: string };
};

/** Was jemand gesagt hat, with the name. */
function spokenRow({ manner, prompts, ...row }: SpokenRow): CommandRow {
  return commandRow({
    ...row,
    subject: "protokoll",
    issues: ["TakeNote"],
    body: true,
    parameters: { by: required(speaker, prompts.who), text: required(spokenText, prompts.what) },
    build: ({ by, text }) =>
      issue({ type: "TakeNote", grade: "mentioned", text, internal: false, said: { manner, ...by } }),
  });
}

const grades: Readonly<Record<string, NoteGrade>> = {
  vereinbarung: "agreed",
  vereinbart: "agreed",
  konsens: "consensus",
  einvernehmlich: "consensus",
  feststellung: "found",
  festgestellt: "found",
  genannt: "mentioned",
  grundlage: "background",
};

export const notesRows = [
  commandRow({
    id: "field",
    subject: "protokoll",
    words: "bereich",
    aliases: ["abschnitt", "überschrift"],
    summary: "öffnet einen Bereich, unter dem die nächsten Notizen stehen",
    help: "Gilt bis zum nächsten Bereich oder Tagesordnungspunkt.",
    example: 'bereich "Ambulanter Bereich"',
    issues: ["OpenField"],
    parameters: { heading: required(title("ÜBERSCHRIFT"), "Wie heißt der Bereich?") },
    build: ({ heading }) => issue({ type: "OpenField", heading }),
  }),
  noteRow({
    id: "note-agreed",
    words: "vereinbarung",
    aliases: ["vereinbart", "festgelegt"],
    grade: "agreed",
    summary: "hält eine Vereinbarung fest",
    help: "Was verbindlich verabredet wurde. Ein Beschluss braucht einen Antrag.",
    example: "vereinbarung: Die Träger melden freie Plätze bis zum Monatsende.",
  }),
  noteRow({
    id: "note-consensus",
    words: "konsens",
    aliases: ["einvernehmen", "einvernehmlich", "einvernehmlich festgestellt"],
    grade: "consensus",
    summary: "hält fest, worüber sich alle einig sind",
    help: "Einvernehmlich festgestellt von allen Anwesenden; das ist keine Abstimmung.",
    example: "konsens: Eine größere Vereinheitlichung der Angebote im Kreis ist erstrebenswert.",
  }),
  noteRow({
    id: "note-found",
    words: "feststellung",
    aliases: ["festgestellt", "konstatiert"],
    grade: "found",
    summary: "hält eine Feststellung fest",
    help: "Was das Gremium festgestellt hat, ohne Abstimmung.",
    example: "feststellung: Soziale Gruppenarbeit (§ 29 SGB VIII) sollte wieder eingeführt werden.",
  }),
  noteRow({
    id: "note-mentioned",
    words: "genannt",
    aliases: ["notiz", "erwähnt"],
    grade: "mentioned",
    summary: "hält fest, was genannt wurde",
    help: "Der schwächste Grad: jemand hat es gesagt, mehr nicht.",
    example: "notiz: Verbesserung der Zusammenarbeit der Träger",
  }),
  spokenRow({
    id: "quotation",
    words: "zitat",
    aliases: ["zitat von", "wörtlich"],
    manner: "verbatim",
    summary: "hält wörtlich fest, was jemand gesagt hat, mit Namen",
    help: 'Der Name steht auch in der öffentlichen Fassung. Wer nicht im Gremium ist, steht in Anführungszeichen: zitat "Frau Holm, Kreiselternrat": …',
    example: "zitat Frau Jansen: Jetzt geht es an die Umsetzung.",
    prompts: { who: "Wer hat das gesagt?", what: "Wie lautet das Zitat?" },
  }),
  spokenRow({
    id: "account",
    words: "vortrag",
    aliases: ["vortrag von", "berichtet von", "es berichtet", "es berichtete"],
    manner: "reported",
    summary: "hält fest, was jemand berichtet hat, mit Namen",
    help: "In eigenen Worten, nicht wörtlich. Der Name steht auch in der öffentlichen Fassung. Wer nicht im Gremium ist, steht in Anführungszeichen.",
    example: "vortrag Frau Jansen: Die Plätze im Kreis reichen nicht.",
    prompts: { who: "Wer hat berichtet?", what: "Was wurde berichtet?" },
  }),
  noteRow({
    id: "note-background",
    words: "grundlage",
    aliases: ["vorgeschichte", "hintergrund"],
    grade: "background",
    summary: "hält die Vorgeschichte für den Bericht fest",
    help: "Frühere Beschlüsse und Anlässe; steht im Bericht am Anfang.",
    example: "grundlage: Der Jugendhilfeausschuss hat am 23.06.2022 vier Arbeitsgemeinschaften beschlossen.",
  }),
  noteRow({
    id: "note-internal",
    words: "intern",
    aliases: ["interne notiz", "notiz intern"],
    grade: "mentioned",
    internal: true,
    summary: "hält etwas fest, das nur im internen Protokoll steht",
    help: "Erscheint in keiner öffentlichen Fassung.",
    example: "intern: Rückfrage an das Rechtsamt offen.",
  }),
  commandRow({
    id: "note-list",
    subject: "protokoll",
    words: "sammlung",
    aliases: ["liste", "aufzählung"],
    summary: "hält mehrere Punkte unter einem Satzanfang fest",
    help: "Satzanfang in Anführungszeichen, nach dem Doppelpunkt die Punkte, mit Strichpunkt oder Zeilenwechsel getrennt. Ohne Grad: genannt.",
    example: 'sammlung "Im stationären Bereich mangelt es an" feststellung: Inobhutnahmestellen; Frauenhausplätzen',
    issues: ["TakeNote"],
    body: true,
    parameters: {
      text: required(quoted("SATZANFANG"), "Wie lautet der Satzanfang? Bitte in Anführungszeichen."),
      internal: optional(flag("intern", { intern: true })),
      grade: optional(flag("feststellung|genannt|…", grades)),
      points: required(bodyPoints("a; b; c"), "Welche Punkte? Bitte mit Strichpunkt trennen."),
    },
    build: ({ text, internal, grade, points }) =>
      issue({ type: "TakeNote", grade: grade ?? "mentioned", text, points, internal: internal ?? false }),
  }),
  commandRow({
    id: "task",
    subject: "protokoll",
    words: "aufgabe",
    aliases: ["auftrag", "todo", "neue aufgabe"],
    summary: "hält eine Aufgabe fest, mit oder ohne Person und Frist",
    help: 'Am Ende nach Wunsch „@Name“ und „bis Datum“. Wer nicht im Gremium ist, steht in Anführungszeichen: @"Kreis Auental".',
    example: "aufgabe: Übersicht der freien Plätze erstellen @Frau Jansen bis 12.6.",
    issues: ["AssignTask"],
    body: true,
    parameters: { task: required(taskText, "Was ist zu tun?") },
    build: ({ task }) => issue({ type: "AssignTask", ...task }),
  }),
  commandRow({
    id: "agree-date",
    subject: "protokoll",
    words: "termin vereinbaren",
    aliases: ["termin", "vereinbarter termin"],
    summary: "hält einen vereinbarten Termin fest",
    help: "Titel in Anführungszeichen, dann der Tag. Passt ein Wochentag nicht zum Datum, frage ich nach.",
    example: 'termin vereinbaren "Gemeinsamer Fachaustausch im Workshop-Format" 20.03.2028, 9–16 Uhr',
    issues: ["AgreeDate"],
    parameters: {
      title: required(quoted("TITEL"), "Wie heißt der Termin? Bitte in Anführungszeichen."),
      when: required(appointment, "Wann? Zum Beispiel: 20.03.2028, 9–16 Uhr"),
    },
    build: ({ title: name, when }) => issue({ type: "AgreeDate", kind: kindOf(name), title: name, appointment: when }),
  }),
  commandRow({
    id: "regular-date",
    subject: "protokoll",
    words: "regeltermin",
    aliases: ["sitzungstermin", "regulärer termin"],
    summary: "hält einen regulären Sitzungstermin fest",
    help: "Mit dem Quartal davor; liegt der Tag in einem anderen, frage ich nach.",
    example: "regeltermin 2. Quartal: 12.05.2028, 9–12 Uhr",
    issues: ["AgreeDate"],
    parameters: {
      quarter: optional(quarter),
      when: required(appointment, "Wann? Zum Beispiel: 12.05.2028, 9–12 Uhr"),
    },
    build({ quarter: which, when }) {
      if (which !== undefined && quarterOf(when.date) !== which) return problem(wrongQuarter(when.date, which));
      return issue({
        type: "AgreeDate",
        kind: "meeting",
        title: "Reguläre Sitzung",
        appointment: when,
        ...(which === undefined ? {} : { quarter: which }),
      });
    },
  }),
  commandRow({
    id: "forwarding",
    subject: "protokoll",
    words: "weiterleiten an",
    aliases: ["weiterleiten", "weitergabe an", "übermitteln an"],
    summary: "hält fest, dass Ergebnisse weitergegeben werden",
    help: "Vor dem Doppelpunkt das Gremium, danach was es bekommt.",
    example: "weiterleiten an JHA: Die Ergebnisse des Workshops werden im Nachgang übermittelt.",
    issues: ["PromiseForwarding"],
    body: true,
    parameters: {
      text: required(bodyText("TEXT"), "Was wird weitergegeben?"),
      to: required(line("GREMIUM"), "An welches Gremium?"),
    },
    build: ({ to, text }) => issue({ type: "PromiseForwarding", to, text }),
  }),
  commandRow({
    id: "attachment",
    subject: "protokoll",
    words: "anlage",
    aliases: ["anhang"],
    summary: "nennt eine Anlage zu Protokoll und Bericht",
    help: "Nur der Titel; die Datei selbst fügt die Geschäftsführung bei.",
    example: "anlage: Geschäftsordnung der AG 78",
    issues: ["NameAttachment"],
    body: true,
    parameters: { title: required(bodyText("TITEL"), "Wie heißt die Anlage?") },
    build: ({ title: name }) => issue({ type: "NameAttachment", title: name }),
  }),
  commandRow({
    id: "tasks",
    subject: "protokoll",
    words: "aufgaben",
    aliases: ["aufgabenliste", "todos"],
    summary: "zeigt die Aufgaben",
    help: "Mit Person und Frist, soweit sie genannt wurden.",
    example: "aufgaben",
    issues: [],
    parameters: {},
    build: () => ask({ kind: "tasks" }),
  }),
  commandRow({
    id: "open-collection",
    subject: "protokoll",
    words: "sammlung anonym",
    aliases: ["anonyme sammlung", "sammlung anonym öffnen"],
    summary: "eröffnet eine anonyme Sammlung",
    help: "Beiträge kommen im Direktchat mit „anonym: …“ und bleiben verschlossen, bis die Sammlung geschlossen wird.",
    example: 'sammlung anonym "Was behindert unsere Zusammenarbeit?"',
    issues: ["OpenCollection"],
    parameters: { heading: required(title("FRAGE"), "Wie lautet die Frage?") },
    build: ({ heading }) => issue({ type: "OpenCollection", heading }),
  }),
  commandRow({
    id: "entry",
    subject: "protokoll",
    words: "anonym",
    aliases: ["anonymer beitrag", "beitrag anonym"],
    summary: "gibt einen anonymen Beitrag ab",
    help: "Nur im Direktchat. Gespeichert wird der Text verschlossen und ohne Namen.",
    example: "anonym: Die Wege zum Jugendamt sind zu lang.",
    issues: ["GiveEntry"],
    body: true,
    directOnly: true,
    parameters: { text: required(bodyText("TEXT"), "Wie lautet Ihr Beitrag?") },
    build: ({ text }) => issue({ type: "GiveEntry", text }),
  }),
  commandRow({
    id: "close-collection",
    subject: "protokoll",
    words: "sammlung schließen",
    aliases: ["sammlung beenden", "sammlung auswerten"],
    summary: "schließt die anonyme Sammlung und zeigt die Beiträge",
    help: "Die Beiträge erscheinen sortiert, ohne Namen und ohne Reihenfolge.",
    example: "sammlung schließen",
    issues: ["CloseCollection"],
    parameters: {},
    build: () => issue({ type: "CloseCollection", entries: [] }),
  }),
];

function kindOf(name: string): AgreedDateKind {
  if (/workshop|klausur|fachaustausch|fachtag|werkstatt/i.test(name)) return "workshop";
  return /sitzung/i.test(name) ? "meeting" : "other";
}
