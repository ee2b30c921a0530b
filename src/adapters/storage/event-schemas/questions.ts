import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { QuestionSubject } from "../../../core/question/events.ts";
import type { EventSchemas } from "../event-codec.ts";
import { first, number, person, seat, text } from "./common.ts";

const subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("urgentItem"), title: text }),
  z.strictObject({ kind: z.literal("deviation"), text }),
]) satisfies z.ZodType<QuestionSubject>;

export const questionSchemas = {
  QuestionPut: first(
    z.strictObject({ question: number, meeting: number, item: number.exactOptional(), subject, mover: person }),
  ),
  QuestionOpposed: first(z.strictObject({ question: number, person, seat: seat.exactOptional() })),
  QuestionDecided: first(
    z.strictObject({
      question: number,
      outcome: z.enum(["carried", "rejected", "undecided"]),
      manner: z.enum(["ballot", "unopposed", "consensus", "declared"]),
      ballot: number.exactOptional(),
    }),
  ),
  QuestionWithdrawn: first(z.strictObject({ question: number })),
} satisfies EventSchemas<EventOf<"questions">>;
