import { optional, required } from "../parameters/acceptor.ts";
import { motionNumbers, reach } from "../parameters/motion-order.ts";
import { bodyPoints, bodyText } from "../parameters/text.ts";
import { amendment, motion } from "../parameters/things.ts";
import { ask, commandRow, issue } from "./command-row.ts";

/** Reihenfolge, Reichweite, Teilung und verbundene Abstimmung. */
export const motionOrderRows = [
  commandRow({
    id: "motion-order",
    subject: "antrag",
    words: "reihenfolge",
    aliases: ["reihenfolge der anträge", "abstimmungsreihenfolge"],
    summary: "zeigt, in welcher Reihenfolge abgestimmt wird",
    help: "Änderungsanträge vor dem Hauptantrag; was sonst gilt, sagt die Geschäftsordnung.",
    example: "reihenfolge",
    issues: [],
    parameters: {},
    build: () => ask({ kind: "motionOrder" }),
  }),
  commandRow({
    id: "set-reach",
    subject: "antrag",
    words: "reichweite",
    aliases: ["reichweite von", "reichweite für"],
    summary: "legt fest, wie weit ein Änderungsantrag geht",
    help: "Je größer die Zahl, desto weiter geht er; „offen“, wenn es sich nicht sagen lässt. Nach dem Doppelpunkt nach Wunsch eine Begründung. Anträge mit Reichweite schließen einander aus: Ist einer angenommen, sind die anderen erledigt.",
    example: "reichweite ä1 10: geht am weitesten über den Antrag hinaus",
    issues: ["SetReach"],
    body: true,
    parameters: {
      amendment: required(amendment, "Welcher Änderungsantrag?"),
      reach: required(reach, "Wie weit geht er? Eine Zahl, oder „offen“"),
      reason: optional(bodyText("GRUND")),
    },
    build: ({ amendment: which, reach: value, reason }) =>
      issue({
        type: "SetReach",
        amendment: which,
        ...(value === "open" ? {} : { reach: value }),
        ...(reason === undefined ? {} : { reason }),
      }),
  }),
  commandRow({
    id: "find-essential",
    subject: "antrag",
    words: "wesentliche änderung",
    aliases: ["wesentlich", "ä# ist wesentlich"],
    summary: "stellt fest, dass ein Änderungsantrag wesentlich ist",
    help: "Nur wo die Geschäftsordnung dafür eine eigene Mehrheit verlangt.",
    example: "wesentliche änderung ä1",
    issues: ["FindEssential"],
    parameters: { amendment: required(amendment, "Welcher Änderungsantrag?") },
    build: ({ amendment: which }) => issue({ type: "FindEssential", amendment: which }),
  }),
  commandRow({
    id: "divide-motion",
    subject: "antrag",
    words: "teilen",
    aliases: ["teilung", "antrag # teilen", "antrag teilen", "teilung der frage"],
    summary: "verlangt, über einen Antrag in Teilen abzustimmen",
    help: "Nach dem Doppelpunkt die Teile, mit Semikolon oder je Zeile einer. Wer das verlangen kann, sagt die Geschäftsordnung.",
    example: "teilen 1: Die Plätze werden gemeldet.; Die Meldung ist öffentlich.",
    issues: ["DivideMotion"],
    body: true,
    parameters: {
      motion: required(motion, "Welcher Antrag?"),
      parts: required(bodyPoints("TEIL; TEIL"), "In welche Teile?"),
    },
    build: ({ motion: which, parts }) => issue({ type: "DivideMotion", motion: which, parts }),
  }),
  commandRow({
    id: "en-bloc",
    subject: "antrag",
    words: "en bloc",
    aliases: ["verbundene abstimmung", "gemeinsam abstimmen über"],
    summary: "schlägt vor, über mehrere Anträge gemeinsam abzustimmen",
    help: "Nur Anträge, die einander nicht ausschließen. Ein Widerspruch genügt, und es wird einzeln abgestimmt.",
    example: "en bloc 1, 2, 3",
    issues: ["ProposeEnBloc"],
    parameters: { motions: required(motionNumbers, "Welche Anträge?") },
    build: ({ motions }) => issue({ type: "ProposeEnBloc", motions }),
  }),
];
