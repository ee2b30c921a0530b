import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { ChairMeasure, QuestionSubject } from "../../../core/question/events.ts";
import type { ProceduralKind } from "../../../core/rules/rules-meeting.ts";
import type { EventSchemas } from "../event-codec.ts";
import { count, first, number, office, person, seat, text } from "./common.ts";
import { storedSettings } from "./membership.ts";

const wants = z.enum([
  "closeDebate",
  "closeList",
  "reopenList",
  "limitTime",
  "adjournItem",
  "adjournMeeting",
  "nonConsideration",
  "refer",
  "interrupt",
  "secretBallot",
  "rollCall",
  "checkQuorum",
  "recount",
  "changeAgenda",
  "enBloc",
  "divide",
  "admitGuest",
  "closeDoors",
  "appeal",
  "strawPoll",
  "newChair",
]) satisfies z.ZodType<ProceduralKind>;

const measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("listClosed") }),
  z.strictObject({ kind: z.literal("listReopened") }),
  z.strictObject({ kind: z.literal("wordWithdrawn"), person }),
]) satisfies z.ZodType<ChairMeasure>;

const subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("urgentItem"), title: text }),
  z.strictObject({ kind: z.literal("deviation"), text }),
  z.strictObject({ kind: z.literal("recall"), office, title: text, person, reason: text.exactOptional() }),
  z.strictObject({
    kind: z.literal("reach"),
    amendment: number,
    reach: count.exactOptional(),
    reason: text.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("division"), motion: number, parts: z.array(text).min(2) }),
  z.strictObject({ kind: z.literal("rulesChange"), settings: storedSettings }),
  z.strictObject({ kind: z.literal("conflict"), seat, item: number }),
  z.strictObject({ kind: z.literal("enBloc"), motions: z.array(number).min(2) }),
  z.strictObject({
    kind: z.literal("procedural"),
    wants,
    text,
    minutes: number.exactOptional(),
    seconds: number.exactOptional(),
    to: text.exactOptional(),
    measure: measure.exactOptional(),
  }),
]) satisfies z.ZodType<QuestionSubject>;

export const questionSchemas = {
  QuestionPut: first(
    z.strictObject({ question: number, meeting: number, item: number.exactOptional(), subject, mover: person }),
  ),
  QuestionOpposed: first(
    z.strictObject({ question: number, person, seat: seat.exactOptional(), reason: text.exactOptional() }),
  ),
  QuestionSupported: first(z.strictObject({ question: number, person })),
  QuestionDecided: first(
    z.strictObject({
      question: number,
      outcome: z.enum(["carried", "rejected", "undecided"]),
      manner: z.enum(["ballot", "unopposed", "consensus", "declared"]),
      ballot: number.exactOptional(),
      awaits: z.array(text).min(1).exactOptional(),
      reference: text.exactOptional(),
    }),
  ),
  QuestionWithdrawn: first(z.strictObject({ question: number })),
  RulesChangeConfirmed: first(z.strictObject({ question: number, by: text })),
} satisfies EventSchemas<EventOf<"questions">>;
