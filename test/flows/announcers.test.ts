import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { EventType } from "../../src/core/committee/events.ts";
import { composeLive, composeReplies } from "../../src/flows/replies.ts";
import { plainText } from "../../src/flows/reply.ts";
import { arbitraryEvents } from "../support/arbitrary-events.ts";
import { onMeetingDay } from "../support/small-committee.ts";
import { jansen, meetingState, message, now } from "./conversation.ts";

describe("every type of event", () => {
  // The keys of a table that the compiler holds complete.
  const types = Object.keys(arbitraryEvents) as EventType[];

  it.each(types)("%s is told without a fault, in plain JSON, without gaps in the sentences", (type) => {
    fc.assert(
      fc.property(arbitraryEvents[type].some, (event) => {
        const committed = {
          before: meetingState,
          after: meetingState,
          events: [event],
          metas: [{ version: meetingState.version, at: now, by: jansen }],
          actor: jansen,
          incoming: message("x", true),
          ...onMeetingDay,
          localOf,
        };
        const replies = [...composeReplies(committed), ...composeLive(committed)];
        expect(JSON.parse(JSON.stringify(replies))).toEqual(replies);
        for (const text of replies.map(plainText)) expect(text).not.toMatch(/undefined|\[object|NaN/);
      }),
      { numRuns: 20 },
    );
  });
});
