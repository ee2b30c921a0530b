import { describe, expect, it } from "vitest";
import type { SystemCommand, SystemGiven } from "../../../src/core/committee/system-commands.ts";
import {
  answering,
  invitedTo,
  linkedTo,
  moved,
  planned,
  sent,
  systemDoes,
} from "../../support/answered-invitations.ts";
import type { GivenCommittee } from "../../support/given.ts";
import { day, instant, time } from "../../support/keys.ts";
import { advisor, substitute, voter } from "../../support/small-committee.ts";

const remind = (reminder: "early" | "late" = "early", revision = 0): SystemCommand => ({
  type: "RemindOfAnswers",
  meeting: 1,
  revision,
  reminder,
});

const peopleReminded = (before: GivenCommittee, command = remind(), facts: Partial<SystemGiven> = {}) =>
  systemDoes(before, command, facts).events.flatMap((event) =>
    event.type === "AnswerRemindersSent" ? event.people : [],
  );

describe("reminding of answers", () => {
  it("reaches those of seats for which nobody has said anything, and those without a seat", () => {
    const committee = answering(invitedTo(), [
      [voter(1), "accepted"],
      [substitute(2), "declined"],
      [voter(3), "tentative"],
    ]);
    expect(peopleReminded(committee)).toEqual([voter(4), voter(5), advisor]);
    expect(systemDoes(committee, remind("late")).events).toEqual([
      { type: "AnswerRemindersSent", meeting: 1, revision: 0, reminder: "late", people: [voter(4), voter(5), advisor] },
    ]);
  });

  it("reaches the Vertretung that was named and has not answered", () => {
    const committee = answering(invitedTo(), [[voter(1), "declined", { substitute: substitute(1) }]]);
    expect(peopleReminded(committee)).toContain(substitute(1));
    expect(peopleReminded(committee)).not.toContain(voter(1));
  });

  it("passes over whoever wants none, whom nothing reaches, and who has left", () => {
    const byChat = planned().and([
      sent(1, { recipients: [{ person: voter(3) }, { person: voter(4) }, { person: voter(5) }, { person: advisor }] }),
      ...linkedTo(voter(4), voter(5), advisor),
      { type: "RemindersMuted", person: voter(5) },
      { type: "PersonLeft", person: advisor, until: day("2023-02-01") },
    ]);
    expect(peopleReminded(byChat)).toEqual([voter(4)]);
  });

  it("is nothing once the meeting was moved, cancelled or opened, or when nobody is missing", () => {
    const nothing = { events: [], jobs: [] };
    expect(systemDoes(invitedTo().and([moved]), remind())).toMatchObject(nothing);
    expect(
      systemDoes(invitedTo().and([{ type: "MeetingCancelled", meeting: 1, reason: "x" }]), remind()),
    ).toMatchObject(nothing);
    expect(
      systemDoes(invitedTo().and([{ type: "MeetingOpened", meeting: 1, chairedBy: voter(1) }]), remind()),
    ).toMatchObject(nothing);
    const all = answering(invitedTo(), [
      ...[1, 2, 3, 4, 5].map((n) => [voter(n), "accepted"] as const),
      [advisor, "declined"],
    ]);
    expect(systemDoes(all, remind())).toMatchObject(nothing);
    expect(systemDoes(planned(), remind())).toMatchObject(nothing);
  });

  it("waits for the next morning at night and on Sundays, as long as there is one in time", () => {
    const sunday = { today: day("2023-02-12"), now: instant("2023-02-12T09:00:00.000Z") };
    const { events, jobs } = systemDoes(invitedTo(), remind(), sunday);
    expect(events).toEqual([]);
    expect(jobs.map(({ id, day: on, time: at }) => [id, on, at])).toEqual([
      ["rueckmeldung-1-early", "2023-02-13", "10:00"],
    ]);
    const lastNight = { today: day("2023-02-17"), time: time("22:00") };
    expect(systemDoes(invitedTo(), remind("late"), lastNight)).toMatchObject({ events: [], jobs: [] });
  });

  it("that comes late leaves the early one to the late one, and is nothing when the day is over", () => {
    const later = (text: string) => ({ today: day(text) });
    expect(peopleReminded(invitedTo(), remind("early"), later("2023-02-15"))).toEqual([]);
    expect(peopleReminded(invitedTo(), remind("late"), later("2023-02-15"))).not.toEqual([]);
    expect(peopleReminded(invitedTo(), remind("late"), later("2023-02-17"))).not.toEqual([]);
    expect(peopleReminded(invitedTo(), remind("late"), later("2023-02-18"))).toEqual([]);
  });
});
