import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import { isRelaying, relayed } from "../../src/flows/relay.ts";
import { plainText } from "../../src/flows/reply.ts";
import { stateAfter } from "../support/fold.ts";
import { accountKey, roomKey } from "../support/keys.ts";
import { calledItem, meetingDay, openMeeting, smallCommittee, voter } from "../support/small-committee.ts";
import { now } from "./conversation.ts";

const matrix = roomKey("matrix:!a:example.org");
const teams = roomKey("teams:19:b@thread.v2");
const account = accountKey("teams:anna");

const setting = (relay: boolean): readonly CommitteeEvent[] => [
  ...smallCommittee(relay ? { description: { relay: true } } : {}),
  { type: "RoomBound", record: { room: matrix, name: "Träger" } },
  { type: "RoomBound", record: { room: teams, name: "Jugendamt" } },
  { type: "AccountLinked", person: voter(1), account },
];

const overheard = (text: string, room = teams, by = account) => ({
  key: "k",
  account: by,
  room,
  text,
  at: now,
  addressed: false,
});

function told(events: readonly CommitteeEvent[], incoming: ReturnType<typeof overheard>): readonly string[] {
  const state = stateAfter(events);
  return relayed(state, incoming, meetingDay, namesOf(state, meetingDay, localOf)).map(
    (one) => `${one.to.kind === "room" ? one.to.room : one.to.kind}: ${plainText(one)}`,
  );
}

describe("what members say to each other", () => {
  it("is repeated in the other rooms, with name and room, where the committee wants it", () => {
    expect(told(setting(true), overheard("Guten Morgen <b>alle</b>"))).toEqual([
      "matrix:!a:example.org: Frau Stimme 1 (Träger 1) (Jugendamt): Guten Morgen <b>alle</b>",
    ]);
    expect(isRelaying(stateAfter(setting(true)), { room: teams })).toBe(true);
  });

  it("stays in its room otherwise", () => {
    expect(isRelaying(stateAfter(setting(false)), { room: teams })).toBe(false);
    expect(isRelaying(stateAfter(setting(true)), { room: roomKey("teams:19:other") })).toBe(false);
    expect(isRelaying(stateAfter(smallCommittee({ description: { relay: true } })), {})).toBe(false);
  });

  it("is not repeated of somebody whose account is not linked, and not if there is nothing to read", () => {
    expect(told(setting(true), overheard("Guten Morgen", teams, accountKey("teams:mallory")))).toEqual([]);
    for (const nothing of ["", "  ", "x".repeat(20_000), "a\u202eb"])
      expect(told(setting(true), overheard(nothing))).toEqual([]);
  });

  it("does not travel while a secret ballot runs", () => {
    const secret: CommitteeEvent = {
      type: "BallotOpened",
      ballot: 1,
      meeting: 1,
      subject: { kind: "motion", motion: 1 },
      mode: "secret",
      recused: [],
      marks: 0,
      candidates: [],
    };
    const running = [...setting(true), ...openMeeting(3), ...calledItem()];
    expect(told(running, overheard("ja"))).toHaveLength(1);
    expect(told([...running, secret], overheard("ja"))).toEqual([]);
  });
});
