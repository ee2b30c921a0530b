import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { WrittenNumbers } from "../../../core/written-procedure/events.ts";
import type { EventSchemas } from "../event-codec.ts";
import { count, first, flag, localDate, number, person, seat, text } from "./common.ts";

const numbers = z.strictObject({
  votingSeats: count,
  recused: count,
  yes: count,
  no: count,
  abstain: count,
  objections: count,
  silent: count,
  delivered: count,
}) satisfies z.ZodType<WrittenNumbers>;

const choice = z.enum(["yes", "no", "abstain"]);

export const writtenProcedureSchemas = {
  WrittenProcedureStarted: first(
    z.strictObject({
      procedure: number,
      title: text.exactOptional(),
      text,
      subject: text,
      urgency: text.exactOptional(),
      startedOn: localDate,
      lastDay: localDate,
      shiftedFrom: localDate.exactOptional(),
      unreached: z.array(seat),
    }),
  ),
  WrittenVoteCast: first(
    z.strictObject({ procedure: number, seat, person, choice, by: z.enum(["member", "substitute"]) }),
  ),
  WrittenObjectionRaised: first(z.strictObject({ procedure: number, seat, person, reason: text.exactOptional() })),
  WrittenObjectionWithdrawn: first(z.strictObject({ procedure: number, seat, person })),
  WrittenDeliveryRecorded: first(z.strictObject({ procedure: number, seat })),
  WrittenConflictDeclared: first(z.strictObject({ procedure: number, seat })),
  WrittenConflictLifted: first(z.strictObject({ procedure: number, seat })),
  WrittenRemindersSent: first(
    z.strictObject({ procedure: number, reminder: z.enum(["halfway", "dayBefore"]), seats: z.array(seat) }),
  ),
  WrittenProcedureWithdrawn: first(z.strictObject({ procedure: number, reason: text })),
  WrittenProcedureClosed: first(
    z.strictObject({
      procedure: number,
      outcome: z.enum(["carried", "rejected", "noResult", "void"]),
      reason: z
        .enum([
          "notDeliveredToAll",
          "objections",
          "noSeats",
          "everyoneRecused",
          "participation",
          "majorityMissed",
          "tie",
          "noVotes",
          "notAllConsent",
        ])
        .exactOptional(),
      numbers,
      chairVote: choice.exactOptional(),
      early: flag,
      reference: text.exactOptional(),
    }),
  ),
  WrittenReportPlaced: first(z.strictObject({ procedures: z.array(number), meeting: number, item: number })),
} satisfies EventSchemas<EventOf<"writtenProcedures">>;
