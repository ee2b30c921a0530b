import { openWeighting, targetOf } from "../../core/committee/weighting-now.ts";
import type { Weighting } from "../../core/workshop/state.ts";
import { optional, required } from "../parameters/acceptor.ts";
import {
  dotBudget,
  dots,
  dotTarget,
  namedWeighting,
  targetNumbers,
  usualTargets,
  weightingAhead,
} from "../parameters/dots.ts";
import { behind, bodyText, flag } from "../parameters/text.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const per = flag<Weighting["per"]>("je träger|je person", {
  "je träger": "seat",
  "pro träger": "seat",
  "je sitz": "seat",
  "pro sitz": "seat",
  "je person": "person",
  "pro person": "person",
});
const over = flag<Weighting["over"]>("über gruppen|über ideen", { "über gruppen": "groups", "über ideen": "ideas" });
const several = flag<boolean>("einer je idee", {
  "einer je idee": false,
  "einer je gruppe": false,
  "höchstens einer je idee": false,
  "höchstens einer je gruppe": false,
});
const mode = flag<Weighting["mode"]>("geheim|offen", { geheim: "secret", geheime: "secret", offen: "open" });

export const weightingRows = [
  commandRow({
    id: "open-weighting",
    subject: "workshop",
    words: "gewichtung eröffnen",
    aliases: ["gewichtung # punkte", "gewichtung # punkt", "gewichten mit", "neue gewichtung", "gewichtung starten"],
    summary: "lässt mit Punkten gewichten",
    help: "1 bis 20 Punkte je Person, oder „je träger“. Ohne Angabe über alle Gruppen, sonst über alle Ideen; „nur 1, 2, 5“ wählt aus. Mehrere Punkte auf dasselbe gehen, außer mit „einer je idee“. „geheim“: nur im Direktchat, verschlossen bis zum Schluss. Eine zur Zeit.",
    example: "gewichtung 3 punkte je träger über gruppen",
    issues: ["OpenWeighting"],
    parameters: {
      several: optional(several),
      per: optional(per),
      over: optional(over),
      mode: optional(mode),
      targets: optional(behind(["nur"], targetNumbers)),
      budget: required(dotBudget, "Wie viele Punkte hat jede Person? Zum Beispiel: 3"),
    },
    build: (values, context) =>
      issue({
        type: "OpenWeighting",
        over: values.over ?? usualTargets(context),
        budget: values.budget,
        per: values.per ?? "person",
        several: values.several ?? true,
        mode: values.mode ?? "open",
        ...(values.targets === undefined ? {} : { targets: values.targets }),
      }),
  }),
  commandRow({
    id: "place-dots",
    subject: "workshop",
    words: "punkte",
    aliases: ["punkte geben", "punkte kleben", "punkte auf", "meine punkte"],
    summary: "gibt Punkte in der laufenden Gewichtung",
    help: "Die Nummern, auf die je ein Punkt kommt: „punkte 3 5 5“ gibt zwei Punkte auf 5, ebenso „punkte 3: 1, 5: 2“. Eine neue Zeile ersetzt die frühere, bis die Gewichtung geschlossen ist. Geheim nur im Direktchat, und dann endgültig.",
    example: "punkte 3 5 5",
    issues: ["PlaceDots"],
    parameters: { dots: required(dots, "Auf welche Nummern kommen Ihre Punkte? Zum Beispiel: 3 5 5") },
    build: ({ dots: placed }, { isPrivate }) => issue({ type: "PlaceDots", dots: placed, private: isPrivate }),
  }),
  commandRow({
    id: "add-dot",
    subject: "workshop",
    words: "punkt auf",
    aliases: ["gewichtung # punkt auf"],
    summary: "gibt einen Punkt dazu",
    help: "Zu den Punkten, die Sie schon gegeben haben. Mit der Nummer der Gewichtung davor gilt er nur für diese: „gewichtung 1 punkt auf 3“.",
    example: "punkt auf 3",
    issues: ["PlaceDots"],
    parameters: {
      weighting: optional(weightingAhead),
      target: required(dotTarget, "Auf welche Nummer kommt der Punkt?"),
    },
    build: ({ weighting, target }, { isPrivate, state }) =>
      issue({
        type: "PlaceDots",
        dots: [{ target: targetOf(openWeighting(state) ?? { over: "ideas" }, target), dots: 1 }],
        adds: true,
        private: isPrivate,
        ...(weighting === undefined ? {} : { weighting }),
      }),
  }),
  commandRow({
    id: "close-weighting",
    subject: "workshop",
    words: "gewichtung schließen",
    aliases: ["gewichtung beenden", "gewichtung auszählen", "punkte auszählen", "punkte zählen"],
    summary: "schließt die Gewichtung und zeigt die Rangfolge",
    help: "Gezählt wird einmal; Gleichstand bleibt Gleichstand. Zwischenstände gibt es nicht.",
    example: "gewichtung schließen",
    issues: ["CloseWeighting"],
    parameters: {},
    build: () => issue({ type: "CloseWeighting" }),
  }),
  commandRow({
    id: "cancel-weighting",
    subject: "workshop",
    words: "gewichtung abbrechen",
    summary: "bricht die Gewichtung ab, mit Grund",
    help: "Nichts davon zählt; geheime Punkte werden ungeöffnet vernichtet.",
    example: "gewichtung abbrechen: Die Gruppen passen noch nicht.",
    issues: ["CancelWeighting"],
    body: true,
    parameters: { reason: required(bodyText("GRUND"), "Aus welchem Grund?") },
    build: ({ reason }) => issue({ type: "CancelWeighting", reason }),
  }),
  commandRow({
    id: "weighting",
    subject: "workshop",
    words: "gewichtung",
    aliases: [
      "gewichtung #",
      "gewichtung stand",
      "gewichtung ergebnis",
      "ergebnis gewichtung",
      "ergebnis der gewichtung",
      "gewichtungen",
      "punktestand",
      "rangfolge",
    ],
    summary: "zeigt die laufende Gewichtung oder das Ergebnis der letzten",
    help: "Mit Nummer: diese. Im Direktchat stehen Ihre eigenen Punkte dabei.",
    example: "gewichtung",
    issues: [],
    parameters: { weighting: optional(namedWeighting) },
    build: ({ weighting }) => ask({ kind: "weighting", ...(weighting === undefined ? {} : { weighting }) }),
  }),
];
