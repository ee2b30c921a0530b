import { describe, expect, it } from "vitest";
import { entriesNow } from "../../src/flows/calendar-entries.ts";
import { feedOf } from "../../src/flows/feed-of.ts";
import { answering, invitedTo, moved, planned, sent } from "../support/answered-invitations.ts";
import type { GivenCommittee } from "../support/given.ts";
import { day } from "../support/keys.ts";
import { voter } from "../support/small-committee.ts";
import { plannedWorkshop } from "../support/workshops.ts";

const today = day("2023-02-01");
const own = { type: "FeedOpened", owner: { kind: "person", person: voter(1) }, secretHash: "eigen" } as const;
const shared = { type: "FeedOpened", owner: { kind: "committee" }, secretHash: "alle" } as const;

describe("the entries of the committee", () => {
  it("say what the newest invitation said", () => {
    const [entry] = entriesNow(invitedTo().and([sent(2)]).state);
    expect(entry).toMatchObject({ sequence: 1, status: "confirmed", appointment: { date: "2023-02-24" } });
    expect(entry?.description).toContain("Bitte bis 17.02.2023 zu- oder absagen.");
  });

  it("show a day nobody was invited to yet, and one that was moved since", () => {
    expect(entriesNow(planned().state)[0]).toMatchObject({
      sequence: 0,
      description: "Die Einladung mit der Tagesordnung folgt.",
    });
    expect(entriesNow(invitedTo().and([moved]).state)[0]).toMatchObject({
      sequence: 1,
      appointment: { date: "2023-03-03" },
    });
  });

  it("keep what was called off, with the reason, whether anybody was invited or not", () => {
    const off = { type: "MeetingCancelled", meeting: 1, reason: "Zu wenige" } as const;
    for (const committee of [planned().and([off]), invitedTo().and([off])]) {
      const [entry] = entriesNow(committee.state);
      expect(entry).toMatchObject({ sequence: 1, status: "cancelled" });
      expect(entry?.description).toContain("Zu wenige");
    }
    const told = invitedTo().and([off, sent(2, { kind: "cancellation", sequence: 1, reason: "Zu wenige" })]);
    expect(entriesNow(told.state)[0]).toMatchObject({ sequence: 1, status: "cancelled" });
  });

  it("have the same name and a higher number after each change", () => {
    const states = [
      planned(),
      invitedTo(),
      invitedTo().and([moved]),
      invitedTo().and([moved, sent(2, { revision: 1, sequence: 2 })]),
    ];
    const seen = states.map(({ state }) => entriesNow(state)[0]);
    expect(new Set(seen.map((entry) => entry?.uid)).size).toBe(1);
    expect(seen.map((entry) => entry?.sequence)).toEqual([0, 0, 1, 2]);
  });
});

describe("what stands behind the address of a feed", () => {
  it("is everybody's calendar for the committee, with the own answer for a person", () => {
    const { state } = answering(invitedTo(), [[voter(1), "accepted"]]).and([own, shared]);
    expect(feedOf(state, "alle", today)?.entries[0]?.description).not.toContain("Rückmeldung");
    expect(feedOf(state, "eigen", today)?.entries[0]?.description).toContain("Ihre Rückmeldung: zugesagt.");
  });

  it("does not show an answer to the day before it was moved", () => {
    const { state } = answering(invitedTo(), [[voter(1), "accepted"]]).and([own, moved]);
    expect(feedOf(state, "eigen", today)?.entries[0]?.description).not.toContain("Rückmeldung");
  });

  it("is nothing for a wrong address, an old one, one that was closed, and for somebody who has left", () => {
    const { state } = planned().and([own]);
    expect(feedOf(state, "falsch", today)).toBeUndefined();
    const anew = planned().and([own, { ...own, secretHash: "neu" }]).state;
    expect(feedOf(anew, "eigen", today)).toBeUndefined();
    expect(feedOf(anew, "neu", today)).toBeDefined();
    expect(
      feedOf(planned().and([own, { type: "FeedClosed", owner: own.owner }]).state, "eigen", today),
    ).toBeUndefined();
    const left = planned().and([own, { type: "PersonLeft", person: voter(1), until: day("2023-01-31") }]).state;
    expect(feedOf(left, "eigen", today)).toBeUndefined();
  });
});

describe("the days of a workshop in the calendar", () => {
  const workshopEntries = (past: GivenCommittee) =>
    entriesNow(past.state).map(({ uid, sequence, status, appointment: { date } }) => ({ uid, sequence, status, date }));
  const uid = (number: number): string => `workshop-1-tag-${number}-${stamp}@ag78.sitzungsdienst`;
  const base = plannedWorkshop({ place: "Kreishaus" });
  const stamp = (base.state.membership.foundedAt ?? "").replace(/\D/g, "");
  const monday = { date: day("2023-02-06") };

  it("are an entry each, in everybody's feed", () => {
    const { state } = base.and([shared]);
    expect(feedOf(state, "alle", today)?.entries).toMatchObject([
      { uid: uid(1), sequence: 0, status: "confirmed", place: "Kreishaus", appointment: { date: "2023-01-27" } },
      { uid: uid(2), sequence: 0, status: "confirmed", appointment: { date: "2023-01-28" } },
    ]);
    const [entry] = entriesNow(state);
    expect(entry?.summary).toContain("Workshop „Klausur“");
    expect(entry?.appointment).not.toHaveProperty("number");
    expect(entry?.description).toBe("Die Tage:\nFreitag, 27.01.2023, 9–16 Uhr\nSamstag, 28.01.2023");
  });

  it("keep their name when they are moved, with a higher number; one that is dropped is struck out", () => {
    const moved = base
      .when({ type: "MoveWorkshop", change: { kind: "one", from: { date: day("2023-01-27") }, to: monday } })
      .thenAccepted();
    expect(workshopEntries(moved)).toEqual([
      { uid: uid(2), sequence: 1, status: "confirmed", date: "2023-01-28" },
      { uid: uid(1), sequence: 1, status: "confirmed", date: "2023-02-06" },
    ]);
    const dropped = moved
      .when({ type: "MoveWorkshop", change: { kind: "dropped", day: { date: day("2023-01-28") } } })
      .thenAccepted();
    expect(workshopEntries(dropped)).toEqual([
      { uid: uid(1), sequence: 2, status: "confirmed", date: "2023-02-06" },
      { uid: uid(2), sequence: 2, status: "cancelled", date: "2023-01-28" },
    ]);
    const again = dropped.when({ type: "MoveWorkshop", change: { kind: "none" }, place: "Rathaus" }).thenAccepted();
    expect(workshopEntries(again).map(({ sequence }) => sequence)).toEqual([3, 2]);
  });

  it("are struck out when it is called off, with the reason", () => {
    const off = base.when({ type: "CancelWorkshop", reason: "Sturm", confirmed: true }).thenAccepted();
    expect(workshopEntries(off)).toMatchObject([
      { uid: uid(1), sequence: 1, status: "cancelled" },
      { uid: uid(2), sequence: 1, status: "cancelled" },
    ]);
    expect(entriesNow(off.state)[0]?.description).toContain("Sturm");
  });
});
