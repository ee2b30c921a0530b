import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { EventSchemas } from "../event-codec.ts";
import { count, first, flag, localDate, number, office, person, text } from "./common.ts";

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
    }),
  ),
  ElectionDeclared: first(
    z.strictObject({ election: number, elected: z.array(person), unanimous: flag.exactOptional(), eligible: count }),
  ),
  ElectionAccepted: first(z.strictObject({ election: number, person, from: localDate })),
  ElectionDeclined: first(z.strictObject({ election: number, person })),
  ElectionEnded: first(z.strictObject({ election: number, reason: text })),
} satisfies EventSchemas<EventOf<"elections">>;
