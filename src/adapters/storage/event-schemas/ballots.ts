import { z } from "zod";
import type { BallotSubject, Counts, Vote } from "../../../core/ballot/events.ts";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { EventSchemas } from "../event-codec.ts";
import { count, first, flag, number, person, seat, text } from "./common.ts";

const subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("motion"), motion: number }),
  z.strictObject({ kind: z.literal("amendment"), amendment: number }),
  z.strictObject({ kind: z.literal("question"), question: number }),
  z.strictObject({ kind: z.literal("election"), election: number, round: number }),
]) satisfies z.ZodType<BallotSubject>;

const vote = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("question"), choice: z.enum(["yes", "no", "abstain"]) }),
  z.strictObject({ kind: z.literal("candidates"), marked: z.array(person) }),
  z.strictObject({
    kind: z.literal("perCandidate"),
    answers: z.array(z.strictObject({ person, choice: z.enum(["yes", "no", "abstain"]) })),
  }),
  z.strictObject({ kind: z.literal("abstain") }),
]) satisfies z.ZodType<Vote>;

const counts = z.strictObject({
  yes: count,
  no: count,
  abstain: count,
  invalid: count,
  candidates: z.array(z.strictObject({ person, votes: count })).exactOptional(),
  answers: z.array(z.strictObject({ person, yes: count, no: count, abstain: count })).exactOptional(),
}) satisfies z.ZodType<Counts>;

export const ballotSchemas = {
  BallotOpened: first(
    z.strictObject({
      ballot: number,
      meeting: number,
      subject,
      mode: z.enum(["open", "rollCall", "secret"]),
      recused: z.array(seat),
      marks: count,
      candidates: z.array(person),
      perCandidate: z.literal(true).exactOptional(),
      withAmendments: flag.exactOptional(),
    }),
  ),
  VoteCast: first(z.strictObject({ ballot: number, seat, person, vote })),
  /** Strict: a choice that got in here by mistake would be refused on writing. */
  SecretVoteCast: first(z.strictObject({ ballot: number, seat, person })),
  SeatVoteVoided: first(z.strictObject({ ballot: number, seat, person })),
  HandCountEntered: first(z.strictObject({ ballot: number, yes: count, no: count, abstain: count })),
  BallotClosed: first(z.strictObject({ ballot: number, counts, voted: count, eligible: count, members: count })),
  BallotCancelled: first(z.strictObject({ ballot: number, reason: text })),
  SecrecyDemanded: first(z.strictObject({ subject, person, seat })),
  RollCallDemanded: first(z.strictObject({ subject, person, seat })),
  ConflictDeclared: first(z.strictObject({ seat, item: number })),
  ConflictLifted: first(z.strictObject({ seat, item: number })),
} satisfies EventSchemas<EventOf<"ballots">>;
