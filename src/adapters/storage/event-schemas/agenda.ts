import { z } from "zod";
import type { AgendaItemContent } from "../../../core/agenda/events.ts";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { EventSchemas } from "../event-codec.ts";
import { first, flag, number, person, text } from "./common.ts";

const content = z.strictObject({
  title: text,
  minutes: number.exactOptional(),
  public: flag,
  deciding: flag,
}) satisfies z.ZodType<AgendaItemContent>;

export const agendaSchemas = {
  AgendaItemAdded: first(
    z.strictObject({
      item: number,
      meeting: number,
      content,
      standing: z.enum(["opening", "closing"]).exactOptional(),
      proposedBy: person.exactOptional(),
      carriedOver: flag.exactOptional(),
      deferred: flag.exactOptional(),
      arrival: z.enum(["atOpening", "late", "urgent"]).exactOptional(),
    }),
  ),
  AgendaItemAdmitted: first(z.strictObject({ item: number })),
  AgendaItemChanged: first(z.strictObject({ item: number, content })),
  AgendaItemMoved: first(z.strictObject({ item: number, before: number })),
  AgendaItemRemoved: first(z.strictObject({ item: number })),
  AgendaAdopted: first(z.strictObject({ meeting: number })),
  AgendaItemCalled: first(z.strictObject({ item: number })),
  AgendaItemAdjourned: first(z.strictObject({ item: number, reason: z.literal("inquorate").exactOptional() })),
  AgendaItemSetAside: first(
    z.strictObject({ item: number, how: z.enum(["notConsidered", "referred"]), to: text.exactOptional() }),
  ),
} satisfies EventSchemas<EventOf<"agenda">>;
