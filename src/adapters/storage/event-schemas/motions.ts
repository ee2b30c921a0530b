import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { EventSchemas } from "../event-codec.ts";
import { count, first, flag, number, person, text } from "./common.ts";

const counted = z.array(z.strictObject({ motion: number, votes: count }));

export const motionSchemas = {
  MotionMoved: first(
    z.strictObject({
      motion: number,
      meeting: number,
      item: number.exactOptional(),
      title: text.exactOptional(),
      text,
      mover: person,
    }),
  ),
  AmendmentMoved: first(z.strictObject({ amendment: number, motion: number, text, mover: person })),
  MotionReworded: first(z.strictObject({ motion: number, text })),
  MotionWithdrawn: first(z.strictObject({ motion: number })),
  AmendmentWithdrawn: first(z.strictObject({ amendment: number })),
  AmendmentTakenOver: first(z.strictObject({ amendment: number })),
  AmendmentReachSet: first(
    z.strictObject({ amendment: number, reach: count.exactOptional(), reason: text.exactOptional() }),
  ),
  AmendmentFoundEssential: first(z.strictObject({ amendment: number })),
  AmendmentSettled: first(z.strictObject({ amendment: number, by: number })),
  AlternativesRanked: first(z.strictObject({ meeting: number, preference: counted, runoff: counted.exactOptional() })),
  MotionSettled: first(z.strictObject({ motion: number, by: number })),
  MotionDivided: first(z.strictObject({ motion: number, into: z.array(number).min(2) })),
  AmendmentDecided: first(z.strictObject({ amendment: number, ballot: number, carried: flag })),
  MotionDecided: first(
    z.strictObject({
      motion: number,
      meeting: number,
      outcome: z.enum(["carried", "rejected", "undecided"]),
      manner: z.enum(["ballot", "consensus", "declared"]),
      reference: text.exactOptional(),
      ballot: number.exactOptional(),
      unanimous: flag.exactOptional(),
      withAmendments: flag,
      eligible: count,
    }),
  ),
} satisfies EventSchemas<EventOf<"motions">>;
