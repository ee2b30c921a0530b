import { optional, required } from "../parameters/acceptor.ts";
import { day } from "../parameters/dates.ts";
import { meetingNumber } from "../parameters/numbers.ts";
import { objectionNumber, objectionText } from "../parameters/objections.ts";
import { behind, bodyText } from "../parameters/text.ts";
import { commandRow, issue } from "./command-row.ts";

const ofMeeting = (meeting: number | undefined) => (meeting === undefined ? {} : { meeting });

/** Protokoll nach der Sitzung: Versand, Einwendungen, Unterschrift, Genehmigung. */
export const issuedMinutesRows = [
  commandRow({
    id: "minutes-sent",
    subject: "protokoll",
    words: "protokoll verschickt",
    aliases: ["protokoll versandt", "niederschrift verschickt", "niederschrift versandt"],
    summary: "hält fest, dass das Protokoll verschickt ist",
    help: "Ohne Tag: heute. Von da läuft die Frist für Einwendungen; die Antwort nennt sie, und was an Pflichtangaben fehlt.",
    example: "protokoll verschickt am 10.02.2028",
    issues: ["SendMinutes"],
    parameters: { sentOn: optional(behind(["am", "vom"], day)), meeting: optional(meetingNumber) },
    build: ({ sentOn, meeting }) =>
      issue({ type: "SendMinutes", ...ofMeeting(meeting), ...(sentOn === undefined ? {} : { sentOn }) }),
  }),
  commandRow({
    id: "minutes-objection",
    subject: "protokoll",
    words: "einwendung",
    aliases: ["einwendung zu", "einwendung gegen", "einwendung gegen das protokoll"],
    summary: "wendet etwas gegen das verschickte Protokoll ein",
    help: "Was falsch ist und wie es richtig heißt, nach Wunsch mit „Begründung: …“ am Ende. Mit „zu Sitzung 2“ ein früheres Protokoll.",
    example: "einwendung: Unter TOP 3 waren es vier Plätze, nicht drei. Begründung: So steht es in der Vorlage.",
    issues: ["RaiseMinutesObjection"],
    body: true,
    parameters: {
      meeting: optional(meetingNumber),
      objection: required(objectionText, "Was ist falsch, und wie heißt es richtig?"),
    },
    build: ({ meeting, objection }) => issue({ type: "RaiseMinutesObjection", ...ofMeeting(meeting), ...objection }),
  }),
  commandRow({
    id: "minutes-objection-accepted",
    subject: "protokoll",
    words: "einwendung berücksichtigt",
    aliases: ["einwendung # berücksichtigt", "einwendung berücksichtigen", "einwendung # berücksichtigen"],
    summary: "berücksichtigt eine Einwendung, mit dem neuen Wortlaut",
    help: "In einer späteren Sitzung. Der neue Wortlaut steht dann bei der Einwendung und im Protokoll dieser Sitzung.",
    example: "einwendung 1 berücksichtigt: Es fehlen vier Plätze.",
    issues: ["SettleMinutesObjection"],
    body: true,
    parameters: {
      objection: required(objectionNumber, "Welche Einwendung?"),
      text: required(bodyText("NEUER WORTLAUT"), "Wie lautet es jetzt?"),
    },
    build: ({ objection, text }) => issue({ type: "SettleMinutesObjection", objection, isAccepted: true, text }),
  }),
  commandRow({
    id: "minutes-objection-rejected",
    subject: "protokoll",
    words: "einwendung zurückgewiesen",
    aliases: ["einwendung # zurückgewiesen", "einwendung zurückweisen", "einwendung # zurückweisen"],
    summary: "weist eine Einwendung zurück",
    help: "In einer späteren Sitzung. Die Einwendung bleibt beim Protokoll.",
    example: "einwendung 1 zurückgewiesen",
    issues: ["SettleMinutesObjection"],
    parameters: { objection: required(objectionNumber, "Welche Einwendung?") },
    build: ({ objection }) => issue({ type: "SettleMinutesObjection", objection, isAccepted: false }),
  }),
  commandRow({
    id: "minutes-signed",
    subject: "protokoll",
    words: "protokoll unterschreiben",
    aliases: ["niederschrift unterschreiben", "protokoll unterschrieben"],
    summary: "unterschreibt das Protokoll",
    help: "Wer nach der Geschäftsordnung unterschreibt. Wo sie es so will, wird das Protokoll damit gültig.",
    example: "protokoll unterschreiben",
    issues: ["SignMinutes"],
    parameters: { meeting: optional(meetingNumber) },
    build: ({ meeting }) => issue({ type: "SignMinutes", ...ofMeeting(meeting) }),
  }),
  commandRow({
    id: "minutes-approved",
    subject: "protokoll",
    words: "protokoll genehmigen",
    aliases: [
      "protokoll genehmigt",
      "niederschrift genehmigen",
      "protokoll der sitzung genehmigen",
      "keine einwendungen",
    ],
    summary: "genehmigt das Protokoll einer früheren Sitzung, wie die Geschäftsordnung es vorsieht",
    help: "In einer späteren Sitzung, wenn niemand widerspricht und über alle Einwendungen befunden ist. Danach wird daran nichts mehr geändert.",
    example: "protokoll genehmigen",
    issues: ["ApproveMinutes"],
    parameters: { meeting: optional(meetingNumber) },
    build: ({ meeting }) => issue({ type: "ApproveMinutes", ...ofMeeting(meeting) }),
  }),
];
