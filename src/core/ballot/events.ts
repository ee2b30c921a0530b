import type { PersonId, SeatId } from "../kernel/ids.ts";

export type BallotMode = "open" | "rollCall" | "secret";

/** What is voted on: a motion, an amendment, a question of procedure, or a round of an election. */
export type BallotSubject =
  | { readonly kind: "motion"; readonly motion: number }
  | { readonly kind: "amendment"; readonly amendment: number }
  | { readonly kind: "question"; readonly question: number }
  | { readonly kind: "election"; readonly election: number; readonly round: number };

/** Ja, Nein, Enthaltung. */
export type Choice = "yes" | "no" | "abstain";

/** Antwort zu einer Bewerbung. */
export type CandidateAnswer = { readonly person: PersonId; readonly choice: Choice };

/**
 * Stimme: on a question, or (elections) the candidates marked; several seats allow several marks.
 * `perCandidate`: Ja, Nein or Enthaltung for each of them, in the order of the ballot paper.
 * `abstain` in an election is a vote for nobody, deliberately.
 */
export type Vote =
  | { readonly kind: "question"; readonly choice: Choice }
  | { readonly kind: "candidates"; readonly marked: readonly PersonId[] }
  | { readonly kind: "perCandidate"; readonly answers: readonly CandidateAnswer[] }
  | { readonly kind: "abstain" };

export type CandidateCount = { readonly person: PersonId; readonly votes: number };

/** Ja, Nein und Enthaltung zu einer Bewerbung. */
export type AnswerCount = {
  readonly person: PersonId;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
};

/**
 * Ergebnis in Zahlen. `candidates` only in elections with more than one candidate; `answers` in their place where each was voted
 * with Ja and Nein.
 */
export type Counts = {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
  readonly candidates?: readonly CandidateCount[];
  readonly answers?: readonly AnswerCount[];
};

export type BallotEvent =
  | {
      readonly type: "BallotOpened";
      readonly ballot: number;
      readonly meeting: number;
      readonly subject: BallotSubject;
      readonly mode: BallotMode;
      /** Befangene Sitze: out of base and roll. */
      readonly recused: readonly SeatId[];
      /** How many names one vote may hold; 0 for a question. */
      readonly marks: number;
      /** Standing for election in this round; empty for a question. */
      readonly candidates: readonly PersonId[];
      /** One vote holds Ja, Nein or Enthaltung for each candidate. */
      readonly perCandidate?: true;
      /** The motion is put to the vote "mit Änderungen". */
      readonly withAmendments?: boolean;
    }
  | {
      readonly type: "VoteCast";
      readonly ballot: number;
      readonly seat: SeatId;
      readonly person: PersonId;
      readonly vote: Vote;
    }
  /** Geheime Stimme: who voted, never what. The choice lies sealed beside the stream. */
  | { readonly type: "SecretVoteCast"; readonly ballot: number; readonly seat: SeatId; readonly person: PersonId }
  /** Uneinig: a second person of the seat votes otherwise; under rules that want one voice the vote counts as not cast. */
  | { readonly type: "SeatVoteVoided"; readonly ballot: number; readonly seat: SeatId; readonly person: PersonId }
  /** Handzeichen im Raum: counted by the chair, seats that voted in the chat excluded. */
  | {
      readonly type: "HandCountEntered";
      readonly ballot: number;
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
    }
  | {
      readonly type: "BallotClosed";
      readonly ballot: number;
      readonly counts: Counts;
      readonly voted: number;
      /** Seats present and entitled, without the recused. */
      readonly eligible: number;
      /** All seats, without the recused. */
      readonly members: number;
    }
  | { readonly type: "BallotCancelled"; readonly ballot: number; readonly reason: string }
  /** Verlangen nach geheimer Abstimmung, before or while a motion is voted on. */
  | {
      readonly type: "SecrecyDemanded";
      readonly subject: BallotSubject;
      readonly person: PersonId;
      readonly seat: SeatId;
    }
  /** Verlangen nach namentlicher Abstimmung. */
  | {
      readonly type: "RollCallDemanded";
      readonly subject: BallotSubject;
      readonly person: PersonId;
      readonly seat: SeatId;
    }
  /** Befangenheit: the seat drops out of base and roll for this item. */
  | { readonly type: "ConflictDeclared"; readonly seat: SeatId; readonly item: number }
  | { readonly type: "ConflictLifted"; readonly seat: SeatId; readonly item: number };
