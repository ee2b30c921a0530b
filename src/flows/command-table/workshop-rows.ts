import { optional, problem, required } from "../parameters/acceptor.ts";
import type { PollDates } from "../parameters/date-polls.ts";
import { workshopDays } from "../parameters/date-polls.ts";
import { headCount, meetingNumber, minutes } from "../parameters/numbers.ts";
import { person } from "../parameters/people.ts";
import { inRoom } from "../parameters/rooms.ts";
import { behind, bodyPoints, confirmation, line, quoted } from "../parameters/text.ts";
import { anonymity, phaseKind, secrecy } from "../parameters/workshops.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const whichTitle = "Wie heißt der Workshop?";
const whichDays = "An welchen Tagen? Zum Beispiel: 20.03.2028 9–16 Uhr; 21.03.2028 9–13 Uhr im Kreishaus";
const continued = optional(behind(["zur sitzung", "nach der sitzung"], meetingNumber));

type Plan = {
  readonly title: string;
  readonly dates: PollDates;
  readonly continues: number | undefined;
  readonly anonymous: boolean | undefined;
  readonly hidden: boolean | undefined;
};

const planning = ({ title, dates: { options, place }, continues, anonymous = false, hidden = false }: Plan) =>
  issue({
    type: "PlanWorkshop",
    title,
    days: options,
    anonymous,
    hidden,
    ...(place === undefined ? {} : { place }),
    ...(continues === undefined ? {} : { continues }),
  });

type Mode = { readonly anonymous?: boolean; readonly hidden?: boolean };

function modeRow(id: string, word: string, summary: string, mode: Mode, others: readonly string[] = []) {
  return commandRow({
    id,
    subject: "workshop",
    words: `workshop ${word}`,
    aliases: others.map((other) => `workshop ${other}`),
    summary,
    help: "Nur vor der ersten Idee: Danach steht fest, ob Ideen anonym oder namentlich, verdeckt oder offen sind. Beides geht zugleich: „workshop anonym verdeckt“.",
    example: `workshop ${word}`,
    issues: ["SetWorkshopMode"],
    parameters: { anonymous: optional(anonymity), hidden: optional(secrecy) },
    build: ({ anonymous, hidden }) =>
      issue({
        type: "SetWorkshopMode",
        ...(anonymous === undefined ? {} : { anonymous }),
        ...(hidden === undefined ? {} : { hidden }),
        ...mode,
      }),
  });
}

export const workshopRows = [
  commandRow({
    id: "plan-workshop",
    subject: "workshop",
    words: "workshop planen",
    aliases: ["workshop ansetzen", "neuer workshop"],
    summary: "setzt einen Workshop an, auch über mehrere Tage",
    help: "Titel in Anführungszeichen, die Tage mit Semikolon getrennt, dahinter nach Wunsch der Ort („im Kreishaus“), „zur Sitzung 2“, wenn er eine Sitzung fortsetzt, „anonym“ und „verdeckt“. „workshop“ mit Titel und Tagen genügt auch.",
    example: 'workshop planen "Klausurtagung" 20.03.2028 9–16 Uhr; 21.03.2028 9–13 Uhr im Kreishaus anonym',
    issues: ["PlanWorkshop"],
    parameters: {
      title: required(quoted("TITEL"), whichTitle),
      anonymous: optional(anonymity),
      hidden: optional(secrecy),
      continues: continued,
      dates: required(workshopDays, whichDays),
    },
    build: planning,
  }),
  commandRow({
    id: "name-moderator",
    subject: "workshop",
    words: "workshop moderation",
    aliases: ["moderation", "moderation benennen", "workshop moderation benennen"],
    summary: "benennt, wer den Workshop moderiert; auch Gäste",
    help: "Mehrere sind möglich. Die Moderation beginnt Phasen, stellt Leitfragen und schließt den Workshop. Leitung und Geschäftsführung können es immer.",
    example: "workshop moderation Frau Jansen",
    issues: ["NameModerator"],
    parameters: { person: required(person, "Wer moderiert?") },
    build: ({ person: moderator }) => issue({ type: "NameModerator", person: moderator }),
  }),
  modeRow("workshop-anonymous", "anonym", "lässt Ideen anonym sammeln, nur im Direktchat", { anonymous: true }),
  modeRow("workshop-named", "namentlich", "lässt Ideen mit Namen sammeln", { anonymous: false }, ["mit namen"]),
  modeRow("workshop-hidden", "verdeckt", "zeigt Ideen erst, wenn die Moderation sie aufdeckt", { hidden: true }),
  modeRow("workshop-shown", "offen", "zeigt Ideen, sobald sie da sind", { hidden: false }, ["nicht verdeckt"]),
  commandRow({
    id: "guiding-question",
    subject: "workshop",
    words: "leitfrage",
    aliases: ["leitfragen", "leitfrage stellen", "leitfragen stellen"],
    summary: "stellt eine oder mehrere Leitfragen, auch nur für einen Raum",
    help: "Mehrere zugleich: je Zeile eine, oder mit Semikolon getrennt. Mit „im Raum NAME“ geht sie nur dorthin; die anderen Räume erfahren, wer daran arbeitet.",
    example: "leitfrage: Was brauchen junge Menschen vor Ort?; Was fehlt uns dafür?",
    issues: ["AskGuidingQuestion"],
    body: true,
    parameters: {
      room: optional(inRoom),
      texts: required(bodyPoints("FRAGE; FRAGE"), "Wie lautet die Leitfrage?"),
    },
    build: ({ room, texts }) => issue({ type: "AskGuidingQuestion", texts, ...(room === undefined ? {} : { room }) }),
  }),
  commandRow({
    id: "workshop-heads",
    subject: "workshop",
    words: "workshop teilnehmende",
    aliases: ["teilnehmende", "teilnehmer", "workshop köpfe", "workshop teilnehmer"],
    summary: "trägt ein, wer am Workshop teilnimmt, nach Köpfen",
    help: "„über“ und „etwa“ bleiben so stehen; ohne Zahl wird keine erfunden. Noch einmal für dieselbe Gruppe gilt die neue Zahl.",
    example: "workshop teilnehmende über 50 Fachkräfte",
    issues: ["CountWorkshopHeads"],
    parameters: {
      count: optional(headCount),
      group: required(line("GRUPPE", 400), "Welche Gruppe nimmt teil? Zum Beispiel: über 50 Fachkräfte"),
    },
    build: ({ count, group }) => issue({ type: "CountWorkshopHeads", group, ...(count ?? { qualifier: "none" }) }),
  }),
  commandRow({
    id: "open-workshop",
    subject: "workshop",
    words: "workshop eröffnen",
    aliases: ["workshop beginnen", "workshop starten", "workshop öffnen"],
    summary: "eröffnet den nächsten angesetzten Workshop",
    help: "Einer läuft zur Zeit, auch über mehrere Tage. Danach beginnt die Moderation die erste Phase.",
    example: "workshop eröffnen",
    issues: ["OpenWorkshop"],
    parameters: {},
    build: () => issue({ type: "OpenWorkshop" }),
  }),
  commandRow({
    id: "begin-phase",
    subject: "workshop",
    words: "phase",
    aliases: ["neue phase", "phase beginnen", "workshop phase"],
    summary: "beginnt die nächste Phase, mit oder ohne Zeit",
    help: "Ideen, gruppieren, gewichten, ergebnisse, pause, oder eine eigene in Anführungszeichen: „phase „Murmelrunde“ 10 min“. Ist die Zeit um, wird es einmal in allen Räumen gesagt; weiter geht es mit der nächsten Phase.",
    example: "phase ideen 20 min",
    issues: ["BeginPhase"],
    parameters: {
      title: optional(quoted("TITEL")),
      minutes: optional(minutes),
      kind: optional(phaseKind),
    },
    build: ({ title, minutes: time, kind = "other" }) =>
      issue({
        type: "BeginPhase",
        kind,
        ...(title === undefined ? {} : { title }),
        ...(time === undefined ? {} : { minutes: time }),
      }),
  }),
  commandRow({
    id: "close-workshop",
    subject: "workshop",
    words: "workshop schließen",
    aliases: ["workshop beenden"],
    summary: "schließt den Workshop",
    help: "Geht nicht, solange eine Gewichtung läuft. Anonyme Ideen, die noch im Kasten liegen, werden dabei geöffnet. Kommen noch Tage, wird gefragt, ob es so gemeint ist: Sie entfallen dann.",
    example: "workshop schließen",
    issues: ["CloseWorkshop"],
    parameters: { confirmed: optional(confirmation) },
    build: ({ confirmed }) => issue({ type: "CloseWorkshop", ...(confirmed === undefined ? {} : { confirmed }) }),
  }),
  commandRow({
    id: "workshop",
    subject: "workshop",
    words: "workshop",
    aliases: ["workshop stand", "workshop status", "stand workshop"],
    summary: "zeigt den Workshop: Tage, Phase, Leitfragen, Zahlen, was als Nächstes kommt",
    help: "Mit Titel und Tagen dahinter setzt er einen an, wie „workshop planen“.",
    example: "workshop",
    issues: [],
    parameters: {
      title: optional(quoted("TITEL")),
      anonymous: optional(anonymity),
      hidden: optional(secrecy),
      continues: continued,
      dates: optional(workshopDays),
    },
    build({ title, dates, ...rest }) {
      if (title !== undefined && dates !== undefined) return planning({ title, dates, ...rest });
      if (dates !== undefined) return problem(whichTitle);
      return title === undefined ? ask({ kind: "workshop" }) : problem(whichDays);
    },
  }),
];
