import { describe, expect, it } from "vitest";
import { decideSystem } from "../../../src/core/committee/decide-system.ts";
import type { SystemCommand } from "../../../src/core/committee/system-commands.ts";
import { isDispatched, lastDispatch, lettersOf } from "../../../src/core/invitation/dispatch.ts";
import type { DispatchOutcome } from "../../../src/core/invitation/events.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { addressOf, invitedCommittee, reached, withAddress } from "../../support/invited-committee.ts";
import { instant } from "../../support/keys.ts";
import { guest, onMeetingDay, voter } from "../../support/small-committee.ts";

const sent = () =>
  given([...invitedCommittee(), reached])
    .when({ type: "DraftInvitation", afresh: false, links: [], papers: [] })
    .thenAccepted()
    .when({ type: "SendInvitation", urgent: false, otherwise: [] })
    .thenAccepted();

const now = { now: instant("2023-01-27T08:05:00.000Z"), ...onMeetingDay, undelivered: [] };

function record(past: GivenCommittee, n: number, outcome: DispatchOutcome, wanted: Partial<SystemCommand> = {}) {
  const command = { meeting: 1, edition: 1, person: voter(n), address: addressOf(n), outcome, answer: "250 Ok" };
  const { events } = decideSystem(past.state, { type: "RecordDispatch", ...command, ...wanted } as SystemCommand, now);
  return { events, past: past.and(events) };
}

function editionOf({ state }: GivenCommittee, number: number) {
  const invitation = state.invitations.get(1);
  const edition = invitation?.editions[number - 1];
  if (invitation === undefined || edition === undefined) throw new Error("not sent");
  return { invitation, edition };
}

describe("the proof of dispatch", () => {
  it("keeps each outcome once, and a bounce after it was accepted", () => {
    const accepted = record(sent(), 1, "accepted");
    expect(accepted.events).toMatchObject([{ type: "DispatchRecorded", person: voter(1), outcome: "accepted" }]);
    expect(record(accepted.past, 1, "accepted").events).toEqual([]);
    const bounced = record(accepted.past, 1, "bounced");
    expect(bounced.events).toHaveLength(1);
    expect(record(bounced.past, 1, "bounced").events).toEqual([]);
    expect(record(bounced.past, 1, "accepted").events).toEqual([]);
    const { edition } = editionOf(bounced.past, 1);
    expect(edition.dispatches.get(voter(1))?.map(({ outcome }) => outcome)).toEqual(["accepted", "bounced"]);
    expect(lastDispatch(edition, voter(1))?.outcome).toBe("bounced");
  });

  it("knows nothing of editions, meetings and people that were not written to", () => {
    expect(record(sent(), 1, "accepted", { edition: 2 }).events).toEqual([]);
    expect(record(sent(), 1, "accepted", { meeting: 2 }).events).toEqual([]);
    expect(record(sent(), 1, "accepted", { person: guest }).events).toEqual([]);
  });

  it("is whole once something is known of every letter", () => {
    const done = (past: GivenCommittee) => {
      const { invitation, edition } = editionOf(past, 1);
      return isDispatched(invitation, edition);
    };
    const two = record(record(sent(), 1, "accepted").past, 2, "refused").past;
    expect(done(two)).toBe(false);
    expect(done(record(two, 3, "accepted").past)).toBe(true);
  });

  it("counts for an edition that is sent on only the letters it was sent on for", () => {
    const onward = sent()
      .and([withAddress(2, "neu@traeger.example")])
      .when({ type: "SendInvitation", urgent: false, otherwise: [] })
      .thenAccepted();
    const first = editionOf(onward, 1);
    const second = editionOf(onward, 2);
    expect(lettersOf(first.invitation, first.edition).map(({ person }) => person)).toEqual([1, 2, 3].map(voter));
    expect(lettersOf(second.invitation, second.edition)).toEqual([
      { person: voter(2), address: "neu@traeger.example" },
    ]);
  });
});
