import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { EventSchemas } from "../event-codec.ts";
import { appointment, first, flag, localDate, number, person, seat, text } from "./common.ts";

const place = { meeting: number, item: number.exactOptional() };

/** Where something was entered: in a meeting, or in a workshop. */
const entryPlace = { meeting: number.exactOptional(), workshop: number.exactOptional() };
const entered = { ...entryPlace, item: number.exactOptional() };

const attribution = z.strictObject({
  manner: z.enum(["verbatim", "reported"]),
  person: person.exactOptional(),
  name: text.exactOptional(),
});

export const minutesSchemas = {
  FieldOpened: first(z.strictObject({ item: number.exactOptional(), heading: text })),
  NoteTaken: first(
    z.strictObject({
      note: number,
      ...entered,
      field: text.exactOptional(),
      grade: z.enum(["agreed", "consensus", "found", "mentioned", "background"]),
      text,
      points: z.array(text).exactOptional(),
      said: attribution.exactOptional(),
      internal: flag,
    }),
  ),
  TaskAssigned: first(
    z.strictObject({
      task: number,
      ...entered,
      field: text.exactOptional(),
      text,
      owner: person.exactOptional(),
      ownerName: text.exactOptional(),
      due: localDate.exactOptional(),
      dueText: text.exactOptional(),
    }),
  ),
  DateAgreed: first(
    z.strictObject({
      note: number,
      ...entered,
      kind: z.enum(["meeting", "workshop", "other"]),
      title: text,
      appointment,
      quarter: z.int().min(1).max(4).exactOptional(),
    }),
  ),
  ForwardingPromised: first(z.strictObject({ note: number, ...entered, to: text, text })),
  ReportDetailsSet: first(
    z.strictObject({
      meeting: number,
      reference: text.exactOptional(),
      date: localDate.exactOptional(),
      unit: text.exactOptional(),
      forwardTo: z.strictObject({ body: text, date: localDate.exactOptional(), role: text }).exactOptional(),
    }),
  ),
  AttachmentNamed: first(z.strictObject({ note: number, ...entryPlace, title: text })),
  DocumentationAnnexed: first(z.strictObject({ note: number, meeting: number, workshop: number })),
  AnonymousCollectionOpened: first(z.strictObject({ collection: number, ...place, heading: text })),
  AnonymousEntryGiven: first(z.strictObject({ collection: number })),
  AnonymousCollectionClosed: first(z.strictObject({ collection: number, entries: z.array(text) })),
  MinutesSent: first(z.strictObject({ meeting: number, sentOn: localDate, lastDay: localDate })),
  MinutesSigned: first(z.strictObject({ meeting: number, role: text, person })),
  MinutesObjectionRaised: first(
    z.strictObject({
      objection: number,
      meeting: number,
      person,
      seat: seat.exactOptional(),
      text,
      reason: text.exactOptional(),
      isInTime: flag,
    }),
  ),
  MinutesObjectionSettled: first(
    z.strictObject({
      objection: number,
      settledIn: number,
      item: number.exactOptional(),
      isAccepted: flag,
      text: text.exactOptional(),
    }),
  ),
  MinutesApproved: first(
    z.strictObject({
      meeting: number,
      manner: z.enum(["meeting", "objectionsTreated", "silence", "signature"]),
      on: localDate,
      approvedIn: number.exactOptional(),
      item: number.exactOptional(),
      paragraph: text.exactOptional(),
    }),
  ),
} satisfies EventSchemas<EventOf<"minutes">>;
