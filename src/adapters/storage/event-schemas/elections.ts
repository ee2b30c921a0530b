import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { AnswerPeriod } from "../../../core/election/events.ts";
import type { EventSchemas } from "../event-codec.ts";
import { count, first, flag, instant, localDate, number, office, person, seat, text } from "./common.ts";

const silent = z.literal(true).exactOptional();
const answer = z.strictObject({
  lastDay: localDate.exactOptional(),
  until: instant.exactOptional(),
  silence: z.enum(["accepted", "declined"]),
}) satisfies z.ZodType<AnswerPeriod>;

export const electionSchemas = {
  ElectionOpened: first(
    z.strictObject({
      election: number,
      meeting: number,
      item: number.exactOptional(),
      office,
      title: text,
      seats: number,
      secret: flag,
    }),
  ),
  CandidateNominated: first(z.strictObject({ election: number, person, nominatedBy: person })),
  CandidateWithdrawn: first(z.strictObject({ election: number, person })),
  EnBlocObjected: first(z.strictObject({ election: number, person, seat })),
  ElectionListSubmitted: first(
    z.strictObject({ election: number, name: text, people: z.array(person).min(1), submittedBy: person }),
  ),
  ElectionMethodVoted: first(z.strictObject({ election: number, yes: count, no: count, abstain: count })),
  ElectionLeaderNamed: first(z.strictObject({ election: number, person })),
  ElectionRoundDecided: first(
    z.strictObject({
      election: number,
      round: number,
      ballot: number,
      elected: z.array(person),
      next: z.enum(["done", "nextBallot", "runoff", "lot", "failed"]),
      standing: z.array(person),
      inRunoff: z.array(person).exactOptional(),
      open: count,
      barred: z.array(person).exactOptional(),
      answer: answer.exactOptional(),
    }),
  ),
  LotDrawn: first(
    z.strictObject({
      election: number,
      about: z.enum(["seat", "runoffPlace"]),
      among: z.array(person),
      winners: z.array(person),
      witnesses: z.array(person),
      chance: count,
      answer: answer.exactOptional(),
    }),
  ),
  ElectionDeclared: first(
    z.strictObject({
      election: number,
      elected: z.array(person),
      unanimous: flag.exactOptional(),
      eligible: count,
      answer: answer.exactOptional(),
    }),
  ),
  ElectionAccepted: first(z.strictObject({ election: number, person, from: localDate, bySilence: silent })),
  ElectionDeclined: first(z.strictObject({ election: number, person, bySilence: silent })),
  ElectionContested: first(
    z.strictObject({ election: number, person, reason: text, lastDay: localDate, isInTime: flag }),
  ),
  ElectionEnded: first(z.strictObject({ election: number, reason: text })),
} satisfies EventSchemas<EventOf<"elections">>;
