import { mustBothBeSaid } from "../../texts/prompts-call.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { day } from "../parameters/dates.ts";
import { wholeNumber } from "../parameters/numbers.ts";
import { seats } from "../parameters/people.ts";
import { behind, bodyText, flag } from "../parameters/text.ts";
import { ask, commandRow, issue } from "./command-row.ts";

/** Ladung und Fristen. */
export const callRows = [
  commandRow({
    id: "deadlines",
    subject: "sitzung",
    words: "fristen",
    aliases: ["welche fristen", "fristen zeigen"],
    summary: "zeigt, was bis wann geschehen muss, mit Fundstelle",
    help: "Ladung, Vorschläge zur Tagesordnung, Protokoll, Zahl der Sitzungen. „fristen jha DATUM“ nennt den Zieltermin vor einer Sitzung des JHA, „fristen verlangt DATUM durch ZAHL“ die Tage einer Sitzung auf Verlangen so vieler Sitze.",
    example: "fristen jha 16.05.2028",
    issues: [],
    parameters: {
      demanders: optional(behind(["durch", "von"], wholeNumber)),
      demanded: optional(behind(["verlangt", "verlangen"], day)),
      jha: optional(behind(["jha"], day)),
    },
    build({ demanders, demanded, jha }) {
      if ((demanders === undefined) !== (demanded === undefined)) return problem(mustBothBeSaid());
      const demand = demanders === undefined || demanded === undefined ? undefined : { on: demanded, demanders };
      return ask({
        kind: "deadlines",
        ...(jha === undefined ? {} : { jha }),
        ...(demand === undefined ? {} : { demand }),
      });
    },
  }),
  commandRow({
    id: "record-invitation",
    subject: "sitzung",
    words: "ladung verschickt",
    aliases: ["ladung ist verschickt", "einladung verschickt", "ladung eintragen", "geladen"],
    summary: "trägt ein, wann zur Sitzung geladen wurde, und prüft die Frist",
    help: "Ohne Datum: heute. „zugang DATUM“, wenn die Ladung später ankam, „per Brief“, „ohne TRÄGER“ für nicht Geladene. Ist die Frist vorbei: „dringend“ mit der Begründung nach dem Doppelpunkt, oder „trotzdem“, wenn die Ladung so hinausging.",
    example: "ladung verschickt 02.05.2028 zugang 03.05.2028 per Brief",
    issues: ["RecordInvitation"],
    body: true,
    parameters: {
      byLetter: optional(
        flag("per Brief", { "per brief": true, "per post": true, "per mail": false, "per e-mail": false }),
      ),
      urgent: optional(flag("dringend", { dringend: true, "wegen dringlichkeit": true })),
      regardless: optional(flag("trotzdem", { trotzdem: true, verspätet: true })),
      notInvited: optional(behind(["ohne", "nicht geladen"], seats)),
      received: optional(behind(["zugang", "zugegangen"], day)),
      sent: optional(day),
      reason: optional(bodyText("BEGRÜNDUNG")),
    },
    build: ({ byLetter, urgent, regardless, notInvited, received, sent, reason }) =>
      issue({
        type: "RecordInvitation",
        notInvited: notInvited ?? [],
        urgent: urgent ?? false,
        regardless: regardless ?? false,
        ...(byLetter === undefined ? {} : { byLetter }),
        ...(received === undefined ? {} : { received }),
        ...(sent === undefined ? {} : { sent }),
        ...(reason === undefined ? {} : { reason }),
      }),
  }),
  commandRow({
    id: "object-to-call",
    subject: "sitzung",
    words: "ladung rügen",
    aliases: ["rüge", "ich rüge die ladung", "ladungsmangel rügen", "rüge der ladung"],
    summary: "rügt einen Mangel der Ladung",
    help: "Für Stimmberechtigte, bis zum Aufruf des ersten Punktes nach der Eröffnung, wenn die Geschäftsordnung nichts anderes sagt. Später wird die Rüge nur vermerkt.",
    example: "ladung rügen: Die Ladung kam erst vor drei Tagen.",
    issues: ["ObjectToCall"],
    body: true,
    parameters: { text: required(bodyText("MANGEL"), "Was war an der Ladung falsch?") },
    build: ({ text }) => issue({ type: "ObjectToCall", text }),
  }),
];
