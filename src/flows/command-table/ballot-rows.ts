import type { BallotMode, CandidateAnswer, Choice, Vote } from "../../core/ballot/events.ts";
import type { SeatId } from "../../core/kernel/ids.ts";
import { entry } from "../../core/kernel/table.ts";
import type { Benefit, MatterKind, Relation } from "../../core/rules/conflict-of-interest.ts";
import { optional, type Problem, type ReadingContext, required } from "../parameters/acceptor.ts";
import { tally } from "../parameters/numbers.ts";
import { seat } from "../parameters/people.ts";
import { behind, bodyText, flag } from "../parameters/text.ts";
import { answersBehind, ballotSubject, marks } from "../parameters/things.ts";
import { procedureMeant } from "../parameters/written-procedures.ts";
import { ask, commandRow, type Intent, issue } from "./command-row.ts";
import { withAmendments } from "./motion-rows.ts";

const conflictRelation = flag<Relation>("selbst|angehörig|bezahlt|vorstand|vertretung|gruppe", {
  selbst: "own",
  angehörig: "relative",
  angehörige: "relative",
  bezahlt: "paid",
  angestellt: "paid",
  vorstand: "executive",
  "im vorstand": "executive",
  vertretung: "representative",
  gruppe: "groupMember",
});
const conflictBenefit = flag<Benefit>("unmittelbar|nur als gruppe", {
  unmittelbar: "direct",
  "nur als gruppe": "group",
});
const conflictMatter = flag<MatterKind>("planung|wahl|vertrag|klage", {
  planung: "planning",
  wahl: "election",
  vertrag: "legalTransaction",
  klage: "lawsuit",
});

export const ballotMode = flag<BallotMode>("geheim|namentlich|offen", {
  geheim: "secret",
  geheime: "secret",
  namentlich: "rollCall",
  namentliche: "rollCall",
  offen: "open",
  offene: "open",
});

function voteRow(choice: Choice, id: string, words: string, aliases: readonly string[], summary: string) {
  return commandRow({
    id,
    subject: "abstimmung",
    words,
    aliases,
    summary,
    help: "Eine Stimme je Träger; mit Vollmacht gilt sie auch für den anderen Sitz, mit „für TRÄGER“ nur für diesen. Wird über jede Bewerbung gestimmt: „ja NAME, nein NAME“. Bis zum Schluss der Abstimmung kann sie geändert werden, soweit die Geschäftsordnung es erlaubt. Geheim nur im Direktchat.",
    example: words,
    issues: ["CastVote", "CastWrittenVote"],
    parameters: { seat: optional(behind(["für"], seat)), answers: optional(answersBehind(choice)) },
    build: ({ seat: forSeat, answers }, context) =>
      forSeat === undefined && answers === undefined
        ? (writtenInstead(choice, context) ?? cast(voteFor(choice, context), context, undefined))
        : cast(voteFor(choice, context, answers), context, forSeat),
  });
}

const cast = (vote: Vote, context: ReadingContext, forSeat: SeatId | undefined): Intent =>
  issue({
    type: "CastVote",
    vote,
    private: context.isPrivate,
    ...(forSeat === undefined ? {} : { seat: forSeat }),
  });

/** Without a ballot, the vote on the one written procedure that runs; asked back where that is not plain. */
function writtenInstead(choice: Choice, context: ReadingContext): Intent | Problem | undefined {
  const meant = procedureMeant(context);
  if (meant === undefined || "kind" in meant) return meant;
  return issue({ type: "CastWrittenVote", procedure: meant.procedure, choice });
}

/** On a ballot with names, an abstention is a vote for nobody. */
function voteFor(choice: Choice, { state }: ReadingContext, answers?: readonly CandidateAnswer[]): Vote {
  if (answers !== undefined) return { kind: "perCandidate", answers };
  const ballot = state.ballots.open === undefined ? undefined : entry(state.ballots.ballots, state.ballots.open);
  const hasNames = ballot !== undefined && ballot.marks > 0;
  return hasNames && choice === "abstain" ? { kind: "abstain" } : { kind: "question", choice };
}

export const ballotRows = [
  commandRow({
    id: "open-ballot",
    subject: "abstimmung",
    words: "abstimmung",
    aliases: ["abstimmen", "abstimmung über", "abstimmen über", "abstimmung zu", "abstimmung öffnen"],
    summary: "eröffnet eine Abstimmung",
    help: "Über einen Antrag, einen Änderungsantrag oder eine Frage; offen, namentlich oder geheim. Ohne Nummer: über die Frage, die wartet. Über Änderungsanträge wird zuerst abgestimmt.",
    example: "abstimmung 1 namentlich",
    issues: ["OpenBallot"],
    parameters: {
      changed: optional(withAmendments),
      mode: optional(ballotMode),
      subject: required(ballotSubject, "Worüber wird abgestimmt?"),
    },
    build: ({ changed, mode, subject }) =>
      issue({
        type: "OpenBallot",
        subject,
        ...(mode === undefined ? {} : { mode }),
        ...(changed === undefined ? {} : { withAmendments: changed }),
      }),
  }),
  voteRow("yes", "vote-yes", "ja", ["dafür", "stimme ja", "ich stimme mit ja", "zustimmung"], "stimmt mit Ja"),
  voteRow("no", "vote-no", "nein", ["dagegen", "stimme nein", "ich stimme mit nein"], "stimmt mit Nein"),
  voteRow(
    "abstain",
    "vote-abstain",
    "enthaltung",
    ["enthalte mich", "ich enthalte mich", "stimme enthaltung"],
    "enthält sich",
  ),
  commandRow({
    id: "mark",
    subject: "abstimmung",
    words: "stimme",
    aliases: ["stimme für", "wähle", "ich wähle"],
    summary: "wählt auf einem Stimmzettel mit mehreren Namen",
    help: "Namen oder ihre Nummern auf dem Stimmzettel; so viele, wie Plätze zu besetzen sind.",
    example: "stimme Herr Lindner",
    issues: ["CastVote"],
    parameters: { marked: required(marks, "Für wen stimmen Sie?") },
    build: ({ marked }, { isPrivate }) =>
      issue({ type: "CastVote", vote: { kind: "candidates", marked }, private: isPrivate }),
  }),
  commandRow({
    id: "hand-count",
    subject: "abstimmung",
    words: "handzeichen",
    aliases: ["auszählung"],
    summary: "trägt die Handzeichen aus dem Raum ein",
    help: "Ja:Nein:Enthaltung. Wer im Chat gestimmt hat, wird im Raum nicht mitgezählt.",
    example: "handzeichen 15:1:1",
    issues: ["EnterHandCount"],
    parameters: { counts: required(tally, "Wie viele? Ja:Nein:Enthaltung, zum Beispiel 15:1:1") },
    build: ({ counts }) => issue({ type: "EnterHandCount", ...counts }),
  }),
  commandRow({
    id: "close-ballot",
    subject: "abstimmung",
    words: "abstimmung schließen",
    aliases: ["abstimmung beenden", "auszählen", "wahlgang schließen", "wahlgang beenden"],
    summary: "schließt die Abstimmung und stellt das Ergebnis fest",
    help: "Das Ergebnis kommt mit Rechnung und Fundstelle in alle Räume.",
    example: "abstimmung schließen",
    issues: ["CloseBallot"],
    parameters: {},
    build: () => issue({ type: "CloseBallot" }),
  }),
  commandRow({
    id: "cancel-ballot",
    subject: "abstimmung",
    words: "abstimmung abbrechen",
    aliases: ["wahlgang abbrechen"],
    summary: "bricht die Abstimmung ab, mit Grund",
    help: "Ohne Ergebnis; der Grund kommt ins Protokoll.",
    example: "abstimmung abbrechen: Der Wortlaut war unklar.",
    issues: ["CancelBallot"],
    body: true,
    parameters: { reason: required(bodyText("GRUND"), "Aus welchem Grund?") },
    build: ({ reason }) => issue({ type: "CancelBallot", reason }),
  }),
  commandRow({
    id: "ballot",
    subject: "abstimmung",
    words: "abstimmungsstand",
    aliases: ["stimmzettel", "worüber stimmen wir ab"],
    summary: "zeigt die laufende Abstimmung",
    help: "Worüber abgestimmt wird und wie Sie stimmen.",
    example: "stimmzettel",
    issues: [],
    parameters: {},
    build: () => ask({ kind: "ballot" }),
  }),
  commandRow({
    id: "demand-secrecy",
    subject: "abstimmung",
    words: "geheim",
    aliases: [
      "geheime abstimmung verlangen",
      "ich verlange geheime abstimmung",
      "geheime wahl verlangen",
      "geheim abstimmen",
    ],
    summary: "verlangt geheime Abstimmung",
    help: "Wie viele das verlangen müssen, sagt die Geschäftsordnung.",
    example: "geheim",
    issues: ["DemandSecrecy"],
    parameters: {},
    build: () => issue({ type: "DemandSecrecy" }),
  }),
  commandRow({
    id: "demand-roll-call",
    subject: "abstimmung",
    words: "namentlich",
    aliases: [
      "namentliche abstimmung verlangen",
      "ich verlange namentliche abstimmung",
      "namentlich abstimmen",
      "namentliche abstimmung",
    ],
    summary: "verlangt namentliche Abstimmung",
    help: "Wie viele das verlangen müssen und was vorgeht, wenn auch geheime verlangt ist, sagt die Geschäftsordnung.",
    example: "namentlich",
    issues: ["DemandRollCall"],
    parameters: {},
    build: () => issue({ type: "DemandRollCall" }),
  }),
  commandRow({
    id: "declare-conflict",
    subject: "abstimmung",
    words: "befangen",
    aliases: ["befangenheit", "ich bin befangen", "befangen ist"],
    summary: "erklärt Befangenheit zu diesem Punkt",
    help: "Der Sitz stimmt bei diesem Punkt nicht mit und zählt nicht zur Grundmenge. Ohne Träger: Ihr eigener Sitz.",
    example: "befangen Regenbogen",
    issues: ["DeclareConflict"],
    parameters: { seat: optional(seat) },
    build: ({ seat: which }) => issue({ type: "DeclareConflict", ...(which === undefined ? {} : { seat: which }) }),
  }),
  commandRow({
    id: "dispute-conflict",
    subject: "abstimmung",
    words: "befangenheit klären",
    aliases: ["befangenheit strittig", "befangenheit zweifelhaft", "über befangenheit abstimmen"],
    summary: "legt dem Gremium vor, ob ein Träger befangen ist",
    help: "Im Zweifel entscheidet das Gremium, ohne den betroffenen Sitz. Danach gilt, was es entschieden hat.",
    example: "befangenheit klären Regenbogen",
    issues: ["DisputeConflict"],
    parameters: { seat: required(seat, "Um welchen Träger geht es?") },
    build: ({ seat: which }) => issue({ type: "DisputeConflict", seat: which }),
  }),
  commandRow({
    id: "conflict-check",
    subject: "abstimmung",
    words: "befangenheit prüfen",
    aliases: ["bin ich befangen", "wann bin ich befangen"],
    summary: "sagt, ob jemand nach der Geschäftsordnung befangen wäre",
    help: "Wie die Person der Sache nahesteht (selbst, angehörig, bezahlt, vorstand, vertretung, gruppe), dazu nach Wunsch unmittelbar oder nur als gruppe, und worum es geht: planung, wahl, vertrag, klage. Nichts wird eingetragen.",
    example: "befangenheit prüfen vorstand",
    issues: [],
    parameters: {
      benefit: optional(conflictBenefit),
      itemKind: optional(conflictMatter),
      relation: required(
        conflictRelation,
        "Wie steht die Person der Sache nahe? Zum Beispiel: vorstand, bezahlt, selbst",
      ),
    },
    build: ({ benefit, itemKind, relation }) =>
      ask({
        kind: "conflictCheck",
        facts: { relation, itemKind: itemKind ?? "decision", ...(benefit === undefined ? {} : { benefit }) },
      }),
  }),
  commandRow({
    id: "excluded-vote",
    subject: "abstimmung",
    words: "befangenheit auswirkung",
    aliases: ["auswirkung der befangenheit"],
    summary: "rechnet ein Ergebnis ohne die Stimme eines Befangenen nach",
    help: "Zuerst der Antrag, mit „ohne“ der Träger. Nachgerechnet wird die letzte offene oder namentliche Abstimmung darüber. Nichts wird eingetragen.",
    example: "befangenheit auswirkung 1 ohne Regenbogen",
    issues: [],
    parameters: {
      seat: required(behind(["ohne"], seat), "Ohne die Stimme welches Trägers?"),
      subject: required(ballotSubject, "Um welchen Antrag geht es?"),
    },
    build: ({ seat: which, subject }) => ask({ kind: "excludedVote", subject, seat: which }),
  }),
  commandRow({
    id: "lift-conflict",
    subject: "abstimmung",
    words: "befangenheit aufheben",
    aliases: ["nicht befangen", "befangenheit zurücknehmen"],
    summary: "hebt eine Befangenheit auf",
    help: "Der Sitz stimmt wieder mit. Ohne Träger: Ihr eigener Sitz.",
    example: "befangenheit aufheben Regenbogen",
    issues: ["LiftConflict"],
    parameters: { seat: optional(seat) },
    build: ({ seat: which }) => issue({ type: "LiftConflict", ...(which === undefined ? {} : { seat: which }) }),
  }),
];
