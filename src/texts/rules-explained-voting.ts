import type { Rules } from "../core/rules/rules.ts";
import { counted } from "./names.ts";
import { type Explained, one, yesOrNo } from "./rules-explained-section.ts";
import { demandText, fractionText, ofWhat, periodText, wordsText } from "./rules-explained-values.ts";

type Sections = Explained<Pick<Rules, "majority" | "vote" | "ballot" | "election">>;

const stepWords = { ballot: "Wahlgang", runoff2: "Stichwahl", lot: "Los" } as const;

/** Majorities, ballots and elections, in sentences. */
export const votingSentences: Sections = {
  majority: {
    firstTry: one({
      consensus: "Zuerst wird Einvernehmen gesucht.",
      vote: "Es wird gleich abgestimmt.",
    }),
    kind: one({
      simple: "Beschlossen wird mit einfacher Mehrheit: mehr als die Hälfte.",
      fraction: "Beschlüsse brauchen einen größeren Anteil als die einfache Mehrheit.",
      unanimity: "Beschlossen wird einstimmig.",
      consensus: "Beschlossen wird im Konsens: Niemand widerspricht.",
    }),
    threshold: (share, { majority }) =>
      majority.kind.value === "fraction"
        ? `Nötig ${share.strict ? "ist mehr als" : "sind mindestens"} ${fractionText(share)}.`
        : undefined,
    basis: (basis, { majority }) =>
      majority.kind.value === "consensus" && majority.consensusFallback.value === "adjourn"
        ? undefined
        : `Gerechnet wird die Mehrheit ${ofWhat(basis)}.`,
    abstain: one({
      ignore: "Enthaltungen zählen nicht mit.",
      asNo: "Enthaltungen zählen wie Nein.",
      leavesBase: "Wer sich enthält, wird von den Anwesenden abgezogen.",
    }),
    invalid: one({ ignore: "Ungültige Stimmen zählen nicht mit.", asNo: "Ungültige Stimmen zählen wie Nein." }),
    tie: one({
      rejected: "Bei Stimmengleichheit ist der Antrag abgelehnt.",
      chairCasting: "Bei Stimmengleichheit entscheidet die Stimme des Vorsitzes.",
      chairDoubleOnRepeat: "Bei Stimmengleichheit wird wiederholt; dann hat der Vorsitz zwei Stimmen.",
      repeatOnce: "Bei Stimmengleichheit wird einmal wiederholt.",
    }),
    minParticipation: (value) =>
      value === "none"
        ? undefined
        : "Stimmt nicht mehr als die Hälfte der Anwesenden mit, ist die Abstimmung ergebnislos.",
    abstainMajority: (value) =>
      ({
        none: undefined,
        repeatOnceThenReject:
          "Überwiegen die Enthaltungen, wird einmal wiederholt; überwiegen sie wieder, ist abgelehnt.",
        reopenOnMotion: "Überwiegen die Enthaltungen, kann die Beratung auf Antrag neu eröffnet werden.",
      })[value],
    consensusFallback: (value, { majority }) => {
      if (majority.firstTry.value === "vote" && majority.kind.value !== "consensus") return undefined;
      return value === "vote"
        ? "Kommt kein Einvernehmen zustande, wird abgestimmt."
        : "Kommt kein Einvernehmen zustande, wird der Punkt vertagt.";
    },
  },
  vote: {
    mode: one({ open: "Abgestimmt wird offen.", secret: "Abgestimmt wird geheim." }),
    secretThreshold: (demand, rules) =>
      rules.vote.mode.value === "secret" ? undefined : `Geheime Abstimmung kann verlangen: ${demandText(demand)}.`,
    secretBeatsRoll: yesOrNo(
      "Wird geheim und namentlich verlangt, wird geheim abgestimmt.",
      "Wird geheim und namentlich verlangt, wird namentlich abgestimmt.",
    ),
    rollCall: (demand) => `Namentliche Abstimmung kann verlangen: ${demandText(demand)}.`,
    rollCallNotFor: (words) => {
      if (words.length === 0) return undefined;
      return words.includes("alle")
        ? "Über Verfahrensfragen wird nicht namentlich abgestimmt."
        : `Nicht namentlich abgestimmt wird über: ${wordsText(words)}.`;
    },
    change: one({
      untilClose: "Eine abgegebene Stimme kann bis zum Schluss der Abstimmung geändert werden.",
      never: "Eine abgegebene Stimme kann nicht geändert werden.",
    }),
    lateArrival: one({
      counted: "Wer während einer Abstimmung dazukommt, stimmt noch mit.",
      notCounted: "Wer während einer Abstimmung dazukommt, stimmt nicht mehr mit.",
    }),
    repeatOnDoubt: yesOrNo(
      "Bei begründetem Zweifel gleich nach dem Ergebnis wird wiederholt.",
      "Eine Abstimmung wird nicht wegen Zweifeln wiederholt.",
    ),
  },
  ballot: {
    blank: one({
      abstain: "Ein leerer Stimmzettel ist eine Enthaltung.",
      invalid: "Ein leerer Stimmzettel ist ungültig.",
    }),
    addition: one({
      invalid: "Ein Stimmzettel mit Zusätzen ist ungültig.",
      ignored: "Zusätze auf einem Stimmzettel bleiben außer Betracht.",
    }),
  },
  election: {
    mode: one({
      open: "Gewählt wird offen, wenn niemand etwas anderes verlangt.",
      secret: "Gewählt wird immer geheim.",
    }),
    singleCandidateOpen: (open, rules) =>
      rules.election.mode.value === "secret" || !open
        ? undefined
        : "Kandidiert nur eine Person, kann offen gewählt werden.",
    singleCandidate: () => "Über eine einzelne Kandidatur wird mit Ja oder Nein abgestimmt.",
    secretOnDemandOf: (n, rules) =>
      rules.election.mode.value === "secret"
        ? undefined
        : `Geheime Wahl kann verlangen: ${demandText({ kind: "count", n })}.`,
    sequence: (steps) => `Ablauf einer Wahl: ${steps.map((step) => stepWords[step]).join(", dann ")}.`,
    majority: one({
      absoluteCast: "Gewählt ist, wer mehr als die Hälfte der abgegebenen Stimmen hat.",
      absolutePresent: "Gewählt ist, wer mehr als die Hälfte der anwesenden Stimmen hat.",
      absoluteMembers: "Gewählt ist, wer mehr als die Hälfte aller Stimmen hat.",
      absoluteMembersThenRelative:
        "Gewählt ist im ersten Wahlgang, wer mehr als die Hälfte aller Stimmen hat, danach, wer die meisten hat.",
      twoThirdsMembersThenCast:
        "Gewählt ist im ersten Wahlgang, wer zwei Drittel aller Stimmen hat, danach, wer die Mehrheit der abgegebenen hat.",
      relative: "Gewählt ist, wer die meisten Stimmen hat.",
    }),
    multi: one({
      listPlurality: "Sind mehrere gleiche Ämter zu besetzen, sind die mit den meisten Stimmen gewählt.",
      yesNoRanked:
        "Sind mehrere gleiche Ämter zu besetzen, wird über jede Person mit Ja oder Nein abgestimmt; die Ja-Stimmen bestimmen die Reihenfolge.",
      dHondt: "Mehrere gleiche Ämter werden nach Listen und d’Hondt verteilt.",
      dHondtUnlessUnanimous:
        "Mehrere gleiche Ämter werden nach Listen und d’Hondt verteilt, wenn nicht einstimmig anderes beschlossen ist.",
    }),
    minShare: (share) =>
      ({
        none: undefined,
        halfPresent: "Dabei braucht jede gewählte Person Stimmen von mindestens der Hälfte der Anwesenden.",
        thirdPresent: "Dabei braucht jede gewählte Person Stimmen von mindestens einem Drittel der Anwesenden.",
      })[share],
    minYes: (n) =>
      n === 0 ? undefined : `Gewählt ist nur, wer mindestens ${counted(n, "Ja-Stimme", "Ja-Stimmen")} hat.`,
    tie: one({
      runoffThenLot: "Bei Gleichstand um das letzte von mehreren Ämtern gibt es eine Stichwahl, dann das Los.",
      repeatThenLot: "Bei Gleichstand um das letzte von mehreren Ämtern wird wiederholt, dann gelost.",
      lot: "Bei Gleichstand um das letzte von mehreren Ämtern entscheidet das Los.",
    }),
    enBloc: one({
      ifNoObjection: "Mehrere Personen können gemeinsam gewählt werden, wenn niemand widerspricht.",
      never: "Jede Person wird einzeln gewählt.",
    }),
    acceptance: ({ within, silence }) =>
      `Wer gewählt ist, erklärt sich in ${periodText(within).replace(/(Tag|Monat|Jahr)e$/, "$1en")}; Schweigen heißt: ${silence === "accepted" ? "angenommen" : "abgelehnt"}.`,
    eligible: one({
      everyone: "Wählbar sind alle.",
      voting: "Wählbar ist, wer stimmberechtigt ist.",
      votingFreeCarriers: "Wählbar sind die stimmberechtigten Mitglieder der freien Träger.",
    }),
    excludeIfNoShareAbove: (share) =>
      share === null ? undefined : `Wer mehr als ${fractionText(share)} Nein-Stimmen hat, tritt nicht noch einmal an.`,
    failIfAbstainAboveHalf: (fails) =>
      fails ? "Enthält sich mehr als die Hälfte, ist die Wahl gescheitert." : undefined,
    contestWithin: (period) => `Angefochten werden kann eine Wahl ${periodText(period)} lang.`,
    keepBallots: (period) => `Stimmzettel werden ${periodText(period)} aufbewahrt.`,
  },
};
