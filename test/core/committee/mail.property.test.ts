import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterId, meetingUid } from "../../../src/core/committee/meeting-uid.ts";
import type { MailContent } from "../../../src/core/invitation/mail-reading.ts";
import {
  addressOf,
  answering,
  invitedTo,
  mailFrom,
  moved,
  sent,
  systemDoes,
} from "../../support/answered-invitations.ts";
import { instant, personKey } from "../../support/keys.ts";
import { substitute, voter } from "../../support/small-committee.ts";

const committees = [
  invitedTo(),
  answering(invitedTo(), [[voter(1), "accepted"]]),
  invitedTo().and([moved, sent(2, { revision: 1, sequence: 2 })]),
  invitedTo().and([{ type: "MeetingCancelled", meeting: 1, reason: "x" }]),
];
const address = fc.constantFrom(
  ...[voter(1), voter(2), substitute(1), personKey("fremd")].map(addressOf),
  "",
  "x\r\ny",
);
const uid = fc.oneof(fc.constant(meetingUid(invitedTo().state, 1)), fc.string());
const text = fc.oneof(fc.string(), fc.constant("BEGIN:VEVENT\r\nATTENDEE:x"), fc.constant("<script>\u202E"));
const messageIds = fc.array(
  fc.oneof(
    text,
    fc.constant(letterId(invitedTo().state, { meeting: 1, edition: 1, person: voter(2) })),
    fc.constant("einladung-9-9-x"),
  ),
  { maxLength: 3 },
);
const content: fc.Arbitrary<MailContent> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("reply" as const),
      uid,
      attendee: address,
      answer: fc.constantFrom("accepted", "tentative", "declined", "delegated", "needsAction" as const),
      sequence: fc.integer({ min: 0, max: 3 }),
      stampedAt: fc.constantFrom(instant("2020-01-01T00:00:00.000Z"), instant("2030-01-01T00:00:00.000Z")),
      comment: text,
      delegatedTo: fc.oneof(address, text),
    },
    { requiredKeys: ["kind", "uid", "attendee", "answer", "sequence"] },
  ),
  fc.record({ kind: fc.constant("counter" as const), uid, attendee: address, proposal: text }),
  fc.record({
    kind: fc.constant("bounce" as const),
    address,
    isPermanent: fc.boolean(),
    messageIds,
    diagnosis: text,
  }),
  fc.record({ kind: fc.constant("text" as const), text, messageIds }),
  fc.constant({ kind: "automatic" as const }),
  fc.record({ kind: fc.constant("unreadable" as const), reason: text }),
  fc.record({ kind: fc.constant("tooLarge" as const), bytes: fc.nat() }),
);

describe("whatever mail comes in", () => {
  it("records at most one answer, of the sender alone, and a second time nothing of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...committees), address, content, (committee, from, one) => {
        const command = mailFrom(from, one);
        const { events, after } = systemDoes(committee, command);
        const answers = events.flatMap((event) => (event.type === "AttendanceAnswered" ? [event] : []));
        expect(answers.length).toBeLessThanOrEqual(1);
        for (const { person, via } of answers) expect([addressOf(person), via]).toEqual([from, "mail"]);
        const allowed = ["AttendanceAnswered", "MailNoted", "DispatchRecorded"];
        expect(events.filter(({ type }) => !allowed.includes(type))).toEqual([]);
        const again = systemDoes(committee.and(events), command).events;
        expect(again.filter(({ type }) => type !== "MailNoted")).toEqual([]);
        expect(after.state.version).toBe(committee.state.version + events.length);
      }),
      { numRuns: 500 },
    );
  });
});
