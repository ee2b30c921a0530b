import { z } from "zod";
import type { CommitteeEvent, EventType } from "../../core/committee/events.ts";
import type { EventOf } from "../../core/committee/slice-of.ts";
import { createCodec, type EventSchemas, type PayloadOf } from "./event-codec.ts";
import { agendaSchemas } from "./event-schemas/agenda.ts";
import { ballotSchemas } from "./event-schemas/ballots.ts";
import { first, number, text } from "./event-schemas/common.ts";
import { electionSchemas } from "./event-schemas/elections.ts";
import { meetingSchemas } from "./event-schemas/meetings.ts";
import { membershipSchemas } from "./event-schemas/membership.ts";
import { minutesSchemas } from "./event-schemas/minutes.ts";
import { motionSchemas } from "./event-schemas/motions.ts";
import { questionSchemas } from "./event-schemas/questions.ts";
import { calendarSchemas, datePollSchemas, invitationSchemas } from "./event-schemas/scheduling.ts";
import { speakersSchemas } from "./event-schemas/speakers.ts";
import { routeSchemas, workshopSchemas } from "./event-schemas/workshops.ts";
import { writtenProcedureSchemas } from "./event-schemas/written-procedures.ts";

const correctionSchemas = {
  EntryReverted: first(z.strictObject({ reverted: z.array(number).min(1), label: text })),
} satisfies EventSchemas<EventOf<"correction">>;

/**
 * Wie Ereignisse eines Gremiums gespeichert werden: every type with its shape, no member more and none less. A new member of an event
 * means a new version of its shape and an upcaster from the old one; what is stored is never changed.
 */
const committeeSchemas = {
  ...membershipSchemas,
  ...meetingSchemas,
  ...agendaSchemas,
  ...speakersSchemas,
  ...minutesSchemas,
  ...motionSchemas,
  ...questionSchemas,
  ...ballotSchemas,
  ...electionSchemas,
  ...writtenProcedureSchemas,
  ...datePollSchemas,
  ...invitationSchemas,
  ...calendarSchemas,
  ...workshopSchemas,
  ...routeSchemas,
  ...correctionSchemas,
} satisfies EventSchemas<CommitteeEvent>;

/** Optional members that no shape knows: `satisfies` above does not miss them, and they would be refused on writing. */
type Forgotten = {
  [Type in EventType]: Exclude<
    keyof PayloadOf<Extract<CommitteeEvent, { type: Type }>>,
    keyof z.output<(typeof committeeSchemas)[Type]["shape"]>
  >;
}[EventType];
const nothingIsForgotten: [Forgotten] extends [never] ? true : Forgotten = true;

export const committeeCodec = createCodec<CommitteeEvent>(nothingIsForgotten && committeeSchemas);
