import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { ResultOrigin, RouteStepPlan } from "../../../core/route/events.ts";
import type { DotCount } from "../../../core/workshop/events.ts";
import type { EventSchemas } from "../event-codec.ts";
import { appointment, count, first, flag, instant, localDate, number, person, room, seat, text } from "./common.ts";

const numbers = z.array(number);
const dots = z.strictObject({
  target: z.strictObject({ kind: z.enum(["idea", "group"]), number }),
  dots: count,
}) satisfies z.ZodType<DotCount>;
const qualifier = z.enum(["exact", "over", "about", "none"]);

export const workshopSchemas = {
  WorkshopPlanned: first(
    z.strictObject({
      workshop: number,
      title: text,
      days: z.array(appointment),
      place: text.exactOptional(),
      continues: number.exactOptional(),
      anonymous: flag,
      hidden: flag,
    }),
  ),
  WorkshopMoved: first(
    z.strictObject({
      workshop: number,
      days: z.array(z.strictObject({ ...appointment.shape, number })),
      place: text.exactOptional(),
      continues: number.exactOptional(),
      reason: text.exactOptional(),
    }),
  ),
  WorkshopCancelled: first(z.strictObject({ workshop: number, reason: text })),
  WorkshopModeratorNamed: first(z.strictObject({ workshop: number, person })),
  WorkshopModeSet: first(z.strictObject({ workshop: number, anonymous: flag, hidden: flag })),
  GuidingQuestionAsked: first(z.strictObject({ workshop: number, question: number, text, room: room.exactOptional() })),
  WorkshopHeadsCounted: first(
    z.strictObject({ workshop: number, group: text, qualifier, count: count.exactOptional() }),
  ),
  WorkshopOpened: first(z.strictObject({ workshop: number })),
  WorkshopPhaseBegun: first(
    z.strictObject({
      workshop: number,
      phase: number,
      kind: z.enum(["ideas", "grouping", "weighting", "results", "break", "other"]),
      title: text.exactOptional(),
      until: instant.exactOptional(),
    }),
  ),
  WorkshopTimeUp: first(z.strictObject({ workshop: number, phase: number })),
  WorkshopClosed: first(z.strictObject({ workshop: number })),
  IdeaGiven: first(
    z.strictObject({
      workshop: number,
      idea: number,
      person,
      text,
      question: number.exactOptional(),
      photo: text.exactOptional(),
    }),
  ),
  AnonymousIdeaGiven: first(z.strictObject({ workshop: number, round: number })),
  AnonymousIdeasOpened: first(
    z.strictObject({
      workshop: number,
      round: number,
      ideas: z.array(z.strictObject({ idea: number, text, question: number.exactOptional() })),
    }),
  ),
  IdeaChanged: first(z.strictObject({ idea: number, text })),
  IdeaWithdrawn: first(z.strictObject({ idea: number })),
  IdeasRevealed: first(z.strictObject({ workshop: number })),
  IdeaCommented: first(z.strictObject({ idea: number, person, text })),
  IdeaSupported: first(z.strictObject({ idea: number, person })),
  IdeaSupportEnded: first(z.strictObject({ idea: number, person })),
  IdeaGroupMade: first(z.strictObject({ workshop: number, group: number, name: text, ideas: numbers })),
  IdeaGroupRenamed: first(z.strictObject({ group: number, name: text })),
  IdeasMoved: first(z.strictObject({ ideas: numbers, group: number.exactOptional() })),
  IdeaGroupsMerged: first(z.strictObject({ into: number, from: numbers })),
  IdeaTagged: first(z.strictObject({ idea: number, tag: text })),
  IdeaUntagged: first(z.strictObject({ idea: number, tag: text })),
  WeightingOpened: first(
    z.strictObject({
      weighting: number,
      workshop: number,
      over: z.enum(["ideas", "groups"]),
      targets: numbers,
      budget: number,
      per: z.enum(["person", "seat"]),
      several: flag,
      mode: z.enum(["open", "secret"]),
    }),
  ),
  DotsPlaced: first(z.strictObject({ weighting: number, person, seat: seat.exactOptional(), dots: z.array(dots) })),
  SecretDotsPlaced: first(z.strictObject({ weighting: number, person, seat: seat.exactOptional() })),
  WeightingClosed: first(z.strictObject({ weighting: number, counts: z.array(dots), voters: count })),
  WeightingCancelled: first(z.strictObject({ weighting: number, reason: text })),
} satisfies EventSchemas<EventOf<"workshops">>;

const origin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["idea", "group"]), number }),
  z.strictObject({ kind: z.literal("motion"), number }),
  z.strictObject({ kind: z.literal("none") }),
]) satisfies z.ZodType<ResultOrigin>;

const step = z.strictObject({
  body: text,
  role: z.enum(["preparation", "vote", "consultation", "decision", "notice"]),
  roleText: text.exactOptional(),
  target: localDate.exactOptional(),
  targetText: text.exactOptional(),
}) satisfies z.ZodType<RouteStepPlan>;

export const routeSchemas = {
  ResultMade: first(
    z.strictObject({
      result: number,
      kind: z.enum(["statement", "motion", "task", "question"]),
      grade: z.enum(["agreed", "consensus", "found", "mentioned"]).exactOptional(),
      text,
      origin,
      workshop: number.exactOptional(),
      meeting: number.exactOptional(),
      owner: person.exactOptional(),
      ownerName: text.exactOptional(),
    }),
  ),
  ResultReworded: first(z.strictObject({ result: number, text })),
  ResultTagged: first(z.strictObject({ result: number, tag: text })),
  ResultUntagged: first(z.strictObject({ result: number, tag: text })),
  RouteSet: first(z.strictObject({ result: number, steps: z.array(step) })),
  RouteStepPlaced: first(z.strictObject({ result: number, step: number, meeting: number, item: number })),
  RouteStepAnswered: first(
    z.strictObject({
      result: number,
      step: number,
      outcome: z.enum(["agreed", "declined", "deferred", "noted", "returned", "prepared", "considered"]),
      on: localDate.exactOptional(),
      unanimous: flag.exactOptional(),
      condition: text.exactOptional(),
      text: text.exactOptional(),
      basis: z.strictObject({ kind: z.enum(["motion", "item"]), number }).exactOptional(),
    }),
  ),
  RouteRemindersSent: first(z.strictObject({ result: number, step: number, people: z.array(person) })),
} satisfies EventSchemas<EventOf<"routes">>;
