import type { PersonId } from "../../core/kernel/ids.ts";
import { optional, type ReadingContext, required } from "../parameters/acceptor.ts";
import { headCount } from "../parameters/numbers.ts";
import { people, peopleOrSeat, seat } from "../parameters/people.ts";
import { behind, flag, line } from "../parameters/text.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const orSelf = (named: readonly PersonId[] | undefined, { actor }: ReadingContext): readonly PersonId[] =>
  named ?? [actor];

export const attendanceRows = [
  commandRow({
    id: "present",
    subject: "anwesenheit",
    words: "anwesend",
    aliases: ["ich bin da", "bin da", "bin hier", "anwesend sind", "anwesend ist", "es kommt", "… ist da", "… kommt"],
    summary: "trägt Anwesenheit ein",
    help: "Ohne Namen: Sie selbst. Die Leitung kann mehrere Namen nennen. „online“ für Zugeschaltete, „für TRÄGER“, wenn jemand einen anderen Sitz vertritt.",
    example: "anwesend Herr Lindner, Frau Jansen",
    issues: ["RecordAttendance"],
    parameters: {
      remote: optional(flag("online", { online: true, zugeschaltet: true, "per video": true, digital: true })),
      seat: optional(behind(["für", "in vertretung für", "i. v."], seat)),
      people: optional(people),
    },
    build: ({ remote, seat: forSeat, people: named }, context) =>
      issue({
        type: "RecordAttendance",
        people: orSelf(named, context),
        status: remote === true ? "remote" : "present",
        ...(forSeat === undefined ? {} : { seat: forSeat }),
      }),
  }),
  commandRow({
    id: "left",
    subject: "anwesenheit",
    words: "gehe",
    aliases: [
      "ich gehe",
      "gegangen",
      "gegangen ist",
      "es geht",
      "… geht",
      "… ist gegangen",
      "… hat die sitzung verlassen",
    ],
    summary: "trägt ein, dass jemand geht",
    help: "Ohne Namen: Sie selbst. Geht dadurch die Beschlussfähigkeit verloren, sage ich es.",
    example: "gehe",
    issues: ["RecordAttendance"],
    parameters: { people: optional(people) },
    build: ({ people: named }, context) =>
      issue({ type: "RecordAttendance", people: orSelf(named, context), status: "left" }),
  }),
  commandRow({
    id: "excused",
    subject: "anwesenheit",
    words: "entschuldigt",
    aliases: ["entschuldigt sind", "entschuldigt ist", "… ist entschuldigt", "… fehlt entschuldigt"],
    summary: "trägt Entschuldigungen ein",
    help: "Namen oder einen Träger. Ohne Zusatz: Sie selbst.",
    example: "entschuldigt Regenbogen",
    issues: ["RecordAttendance", "ExcuseSeat"],
    parameters: { who: optional(peopleOrSeat) },
    build({ who }, { actor }) {
      if (who?.kind === "seat") return issue({ type: "ExcuseSeat", seat: who.seat });
      return issue({ type: "RecordAttendance", people: who?.people ?? [actor], status: "excused" });
    },
  }),
  commandRow({
    id: "represent",
    subject: "anwesenheit",
    words: "vertritt",
    aliases: ["vertrete", "ich vertrete", "in vertretung", "in vertretung für"],
    summary: "trägt ein, wer einen Sitz vertritt",
    help: "Zuerst der Träger; mit „durch“ die Person, sonst Sie selbst.",
    example: "vertritt Kinderschutzbund durch Frau Neeth",
    issues: ["RecordAttendance"],
    parameters: {
      people: optional(behind(["durch"], people)),
      seat: required(seat, "Welcher Träger wird vertreten?"),
    },
    build: ({ people: named, seat: forSeat }, context) =>
      issue({ type: "RecordAttendance", people: orSelf(named, context), status: "present", seat: forSeat }),
  }),
  commandRow({
    id: "head-count",
    subject: "anwesenheit",
    words: "gäste",
    aliases: ["köpfe", "außerdem anwesend", "gruppe"],
    summary: "trägt Gruppen von Anwesenden ein, mit oder ohne Zahl",
    help: "Köpfe, nicht Stimmen. „über“ und „etwa“ bleiben so stehen; ohne Zahl wird keine erfunden.",
    example: "gäste 24 Trägervertretungen",
    issues: ["RecordHeadCount"],
    parameters: {
      count: optional(headCount),
      group: required(line("GRUPPE", 400), "Welche Gruppe ist da? Zum Beispiel: 24 Trägervertretungen"),
    },
    build: ({ count, group }) => issue({ type: "RecordHeadCount", group, ...(count ?? { qualifier: "none" }) }),
  }),
  commandRow({
    id: "quorum",
    subject: "anwesenheit",
    words: "beschlussfähig",
    aliases: ["beschlussfähigkeit", "beschlussfähigkeit feststellen", "sind wir beschlussfähig"],
    summary: "stellt die Beschlussfähigkeit fest",
    help: "Zählt die anwesenden Sitze, nicht die Köpfe. Die Feststellung kommt mit Zahlen und Paragraph ins Protokoll.",
    example: "beschlussfähig",
    issues: ["EstablishQuorum"],
    parameters: {},
    build: () => issue({ type: "EstablishQuorum" }),
  }),
  commandRow({
    id: "attendance",
    subject: "anwesenheit",
    words: "anwesenheit",
    aliases: ["wer ist da", "wer fehlt", "anwesende"],
    summary: "zeigt, wer da ist und wer fehlt",
    help: "Sitze mit den Personen, Gäste und Gruppen, und wie viele zur Beschlussfähigkeit fehlen.",
    example: "anwesenheit",
    issues: [],
    parameters: {},
    build: () => ask({ kind: "attendance" }),
  }),
];
