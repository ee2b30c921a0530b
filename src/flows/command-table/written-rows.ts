import type { Command } from "../../core/committee/commands.ts";
import type { WrittenChoice } from "../../core/written-procedure/events.ts";
import { noSecretWritten, whichProcedure } from "../../texts/announcements-written.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { seat } from "../parameters/people.ts";
import { behind, bodyText, flag, line, quoted } from "../parameters/text.ts";
import { lastDay, namedProcedure, procedure } from "../parameters/written-procedures.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const which = { procedure: required(procedure, whichProcedure()) };

function voteRow(choice: WrittenChoice, id: string, word: string, other: string, summary: string) {
  return commandRow({
    id,
    subject: "umlauf",
    words: `umlauf ${word}`,
    aliases: [
      `umlauf # ${word}`,
      `umlaufbeschluss # ${word}`,
      `umlaufbeschluss ${word}`,
      `umlauf # ${other}`,
      `${word} zu umlauf #`,
      `${word} zu umlaufbeschluss #`,
    ],
    summary,
    help: "Eine Stimme je Träger, bis zum Ende des letzten Tages, im Raum oder im Direktchat. Die Stimme des Mitglieds geht der seiner Stellvertretung vor, soweit die Geschäftsordnung es sagt. Läuft nur ein Umlauf und keine Sitzung, genügt das Wort allein.",
    example: `umlauf 1 ${word}`,
    issues: ["CastWrittenVote"],
    parameters: which,
    build: (values) => issue({ type: "CastWrittenVote", procedure: values.procedure, choice }),
  });
}

const subject = flag("wahl|go-änderung|wahleinspruch", {
  wahl: "wahl",
  wahleinspruch: "wahleinspruch",
  "go-änderung": "go-aenderung",
  "änderung der geschäftsordnung": "go-aenderung",
});

export const writtenRows = [
  commandRow({
    id: "start-written",
    subject: "umlauf",
    words: "umlaufbeschluss",
    aliases: ["umlauf", "umlaufverfahren", "umlauf starten", "umlaufbeschluss starten"],
    summary: "lässt ohne Sitzung über einen Wortlaut abstimmen",
    help: "„bis“ und der letzte Tag, nach dem Doppelpunkt der Wortlaut. Davor nach Wunsch ein Titel in Anführungszeichen, mit „weil“ der Grund der Eile, und was es ist, wenn es eine Wahl, eine Änderung der Geschäftsordnung oder eine einfache Sache ist. Alle Stimmberechtigten bekommen den Wortlaut.",
    example: 'umlaufbeschluss "Fahrtkosten" bis 28.05.2027: Die Fahrtkosten des Fachtags werden übernommen.',
    issues: ["StartWrittenProcedure"],
    body: true,
    parameters: {
      title: optional(quoted("TITEL")),
      urgency: optional(behind(["eilig, weil", "eilig weil", "weil"], line("GRUND", 500))),
      authorization: optional(behind(["ermächtigt durch beschluss", "ermächtigt durch"], line("NUMMER"))),
      isSecret: optional(flag("geheim", { geheim: true, geheime: true })),
      subject: optional(subject),
      simple: optional(flag("einfache sache", { "einfache sache": true, einfach: true })),
      lastDay: required(
        behind(["bis zum", "bis"], lastDay),
        "Bis wann kann abgestimmt werden? Zum Beispiel: bis 12.5.",
      ),
      text: required(bodyText("WORTLAUT"), "Worüber wird abgestimmt? Bitte der ganze Wortlaut."),
    },
    build: ({ title, urgency, authorization, isSecret, subject: kind = "sachbeschluss", simple = false, ...rest }) =>
      isSecret === true
        ? problem(noSecretWritten())
        : issue({
            type: "StartWrittenProcedure",
            ...rest,
            subject: kind,
            simple,
            ...(title === undefined ? {} : { title }),
            ...(urgency === undefined ? {} : { urgency }),
            ...(authorization === undefined ? {} : { authorization }),
          }),
  }),
  voteRow("yes", "written-yes", "ja", "dafür", "stimmt im Umlauf mit Ja"),
  voteRow("no", "written-no", "nein", "dagegen", "stimmt im Umlauf mit Nein"),
  voteRow("abstain", "written-abstain", "enthaltung", "enthalten", "enthält sich im Umlauf"),
  commandRow({
    id: "object-written",
    subject: "umlauf",
    words: "umlauf widerspruch",
    aliases: [
      "umlauf # widerspruch",
      "umlaufbeschluss # widerspruch",
      "widerspruch gegen umlauf #",
      "widerspruch umlauf #",
    ],
    summary: "widerspricht dem Umlaufverfahren, nicht der Sache",
    help: "Wer nicht ohne Sitzung entscheiden will. Wie viele widersprechen müssen, sagt die Geschäftsordnung; dann kommt die Sache in die Sitzung. Nach dem Doppelpunkt nach Wunsch ein Grund.",
    example: "umlauf 1 widerspruch: Darüber müssen wir reden.",
    issues: ["ObjectToProcedure"],
    body: true,
    parameters: { ...which, reason: optional(bodyText("GRUND")) },
    build: ({ procedure: number, reason }) =>
      issue({ type: "ObjectToProcedure", procedure: number, ...(reason === undefined ? {} : { reason }) }),
  }),
  commandRow({
    id: "withdraw-objection",
    subject: "umlauf",
    words: "umlauf widerspruch zurücknehmen",
    aliases: ["umlauf # widerspruch zurücknehmen", "umlauf # widerspruch zurückziehen", "umlauf # kein widerspruch"],
    summary: "nimmt den Widerspruch gegen das Umlaufverfahren zurück",
    help: "Bis zum Ende des letzten Tages, durch wen er kam oder durch das Mitglied selbst.",
    example: "umlauf 1 widerspruch zurücknehmen",
    issues: ["WithdrawObjection"],
    parameters: which,
    build: (values) => issue({ type: "WithdrawObjection", ...values }),
  }),
  commandRow({
    id: "deliver-written",
    subject: "umlauf",
    words: "umlauf zugestellt",
    aliases: ["umlauf # zugestellt", "umlauf # zugestellt an", "umlaufbeschluss # zugestellt"],
    summary: "trägt ein, dass ein Träger den Wortlaut auf anderem Weg bekommen hat",
    help: "Für Träger ohne verbundenes Konto. Wer abstimmt oder widerspricht, hat ihn ohnehin.",
    example: "umlauf 1 zugestellt Regenbogen",
    issues: ["RecordWrittenDelivery"],
    parameters: { ...which, seat: required(seat, "An welchen Träger?") },
    build: (values) => issue({ type: "RecordWrittenDelivery", ...values }),
  }),
  conflictRow("DeclareWrittenConflict", "written-conflict", "befangen", "erklärt Befangenheit in einem Umlauf"),
  conflictRow("LiftWrittenConflict", "written-no-conflict", "nicht befangen", "hebt eine Befangenheit im Umlauf auf"),
  commandRow({
    id: "withdraw-written",
    subject: "umlauf",
    words: "umlauf zurückziehen",
    aliases: ["umlauf # zurückziehen", "umlaufbeschluss # zurückziehen", "umlauf # abbrechen", "umlauf abbrechen"],
    summary: "zieht einen Umlaufbeschluss zurück, mit Grund",
    help: "Ohne Ergebnis. Die Sache kann neu gestellt werden.",
    example: "umlauf 1 zurückziehen: Der Wortlaut war unklar.",
    issues: ["WithdrawWrittenProcedure"],
    body: true,
    parameters: { ...which, reason: required(bodyText("GRUND"), "Aus welchem Grund?") },
    build: (values) => issue({ type: "WithdrawWrittenProcedure", ...values }),
  }),
  commandRow({
    id: "written-procedures",
    subject: "umlauf",
    words: "umlaufbeschlüsse",
    aliases: ["umläufe", "umlauf stand", "umlauf #", "umlaufbeschluss #", "umlauf # stand"],
    summary: "zeigt laufende und beendete Umlaufbeschlüsse",
    help: "Mit Nummer: Wortlaut, wer sich geäußert hat und wer fehlt. Wie gestimmt wurde, steht erst am Ende.",
    example: "umlauf 1",
    issues: [],
    parameters: { procedure: optional(namedProcedure) },
    build: ({ procedure: number }) =>
      ask({ kind: "writtenProcedures", ...(number === undefined ? {} : { procedure: number }) }),
  }),
];

function conflictRow(
  type: Extract<Command["type"], "DeclareWrittenConflict" | "LiftWrittenConflict">,
  id: string,
  words: string,
  summary: string,
) {
  return commandRow({
    id,
    subject: "umlauf",
    words: `umlauf ${words}`,
    aliases: [`umlauf # ${words}`, `umlaufbeschluss # ${words}`],
    summary,
    help: "Der Sitz stimmt dann nicht mit und zählt nicht zur Grundmenge. Ohne Träger: Ihr eigener Sitz.",
    example: `umlauf 1 ${words} Regenbogen`,
    issues: [type],
    parameters: { ...which, seat: optional(seat) },
    build: ({ procedure: number, seat: whose }) =>
      issue({ type, procedure: number, ...(whose === undefined ? {} : { seat: whose }) }),
  });
}
