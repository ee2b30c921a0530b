import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankedOptions } from "../../../src/core/committee/date-poll-ranking.ts";
import { optionStandings, seatsInPoll } from "../../../src/core/committee/date-poll-standing.ts";
import type { PollAnswer } from "../../../src/core/date-poll/events.ts";
import { answered, asking, pollOf } from "../../support/date-polls.ts";
import type { Past } from "../../support/fold.ts";
import { meetingDay, officePerson, seat, substitute, voter } from "../../support/small-committee.ts";

const [y, i, n] = ["yes", "ifNeedBe", "no"] as const;
const leading = (...answers: (PollAnswer | undefined)[]) =>
  [voter(1), officePerson].map((person) => [person, ...answers] as const);

const standings = (past: Past) => optionStandings(past.state, pollOf(past), meetingDay);
const ranked = (past: Past) => rankedOptions(standings(past));
const order = (past: Past) => ranked(past).map(({ standing, place }) => [standing.option, place]);

describe("a seat in a date poll", () => {
  const seatOne = (...all: Parameters<typeof answered>[1]) =>
    seatsInPoll(answered(asking(), all).state, pollOf(answered(asking(), all)), meetingDay)[0]?.answers;

  it("can as soon as anybody can who may cast its vote, and cannot only if nobody of them can", () => {
    expect(seatOne()).toEqual([undefined, undefined, undefined]);
    expect(seatOne([voter(1), n, n, n])).toEqual([undefined, undefined, undefined]);
    expect(seatOne([voter(1), n, n, i], [substitute(1), y, n, n])).toEqual([y, n, i]);
    expect(seatOne([voter(1), i, y, y], [substitute(1), y, i, n])).toEqual([y, y, y]);
  });

  it("is not spoken for by people of other seats, guests or advisors", () => {
    expect(seatOne([voter(2), y, y, y], [officePerson, y, y, y])).toEqual([undefined, undefined, undefined]);
  });

  it("is spoken for by its substitute alone where the chair's own vote rests", () => {
    const resting = asking({ rules: { "office.chair.chairKeepsSeatVote": { value: false } } });
    const past = answered(resting, [
      [voter(1), y, y, y],
      [substitute(1), n, y],
    ]);
    expect(seatsInPoll(past.state, pollOf(past), meetingDay)[0]).toMatchObject({
      people: [substitute(1)],
      answers: [n, y, undefined],
    });
  });
});

describe("the standing of an option", () => {
  it("counts seats, knows the quorum with yes and with if need be, and who of the required cannot", () => {
    const past = answered(asking(), [
      [voter(1), y, n],
      [substitute(1), n, y, y],
      [voter(3), y, i, i],
      [voter(4), i, n, n],
    ]);
    const [first, second] = standings(past);
    expect(first).toMatchObject({
      yes: [seat(1), seat(3)],
      ifNeedBe: [seat(4)],
      no: [],
      open: [seat(2), seat(5)],
      quorum: { quorate: false, present: 2, needed: 3, base: 5 },
      quorumIfNeedBe: { quorate: true, present: 3 },
      cannot: [],
      unheard: [officePerson],
    });
    expect(second).toMatchObject({ yes: [seat(1)], no: [seat(4)], cannot: [voter(1)] });
  });
});

describe("the ranking", () => {
  it("puts first where all required people can, even with fewer seats", () => {
    const past = answered(asking(), [
      ...leading(y, i, n),
      ...[2, 3, 4, 5].map((one) => [voter(one), n, n, y] as const),
    ]);
    expect(order(past)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(ranked(past).map(({ ahead }) => ahead)).toEqual([
      { criterion: "yes", of: 2 },
      { criterion: "required", of: 3 },
      undefined,
    ]);
  });

  it("puts where a required person has not said behind that, and before where it cannot", () => {
    const past = answered(asking(), [
      [voter(1), y, y, y],
      [officePerson, n, undefined, i],
      [voter(2), y, y, undefined],
      [voter(3), y, undefined, undefined],
    ]);
    expect(order(past).map(([option]) => option)).toEqual([3, 2, 1]);
    expect(ranked(past).map(({ ahead }) => ahead?.criterion)).toEqual(["required", "required", undefined]);
  });

  it("then the quorum with yes, then with if need be, before any number of seats", () => {
    const past = answered(asking(), [...leading(y, y, y), [voter(2), undefined, i, y], [voter(3), undefined, i, y]]);
    expect(order(past)).toEqual([
      [3, 1],
      [2, 2],
      [1, 3],
    ]);
    expect(ranked(past).map(({ ahead }) => ahead?.criterion)).toEqual(["quorum", "quorumIfNeedBe", undefined]);
  });

  it("then most yes, then fewest no", () => {
    const past = answered(asking(), [
      ...leading(y, y, y),
      [voter(2), y, y, y],
      [voter(3), y, y, y],
      [voter(4), i, n, y],
    ]);
    expect(order(past).map(([option]) => option)).toEqual([3, 1, 2]);
    expect(ranked(past).map(({ ahead }) => ahead?.criterion)).toEqual(["yes", "no", undefined]);
  });

  it("shows what is equal as equal, the earlier date first", () => {
    expect(ranked(asking()).map(({ standing, place, isTied }) => [standing.option, place, isTied])).toEqual([
      [1, 1, true],
      [2, 1, true],
      [3, 1, true],
    ]);
    const past = answered(asking(), leading(n, y, y));
    expect(ranked(past).map(({ standing, place, isTied, ahead }) => [standing.option, place, isTied, ahead])).toEqual([
      [2, 1, true, undefined],
      [3, 1, true, { criterion: "required", of: 1 }],
      [1, 3, false, undefined],
    ]);
  });

  it("holds every option once, does not depend on their order, and never places a worse one before", () => {
    const answer = fc.constantFrom<PollAnswer | undefined>(y, i, n, undefined);
    const people = [voter(1), voter(2), voter(3), voter(4), voter(5), substitute(1), officePerson];
    const given = fc.array(fc.tuple(answer, answer, answer), { minLength: people.length, maxLength: people.length });
    const begun = asking();
    fc.assert(
      fc.property(given, (all) => {
        const events = people.map((person, at) => ({
          type: "DatePollAnswered" as const,
          poll: 1,
          person,
          answers: (all[at] ?? []).flatMap((one, index) =>
            one === undefined ? [] : [{ option: index + 1, answer: one }],
          ),
        }));
        const found = standings(begun.and(events));
        const forwards = rankedOptions(found);
        expect(rankedOptions([...found].reverse())).toEqual(forwards);
        expect(forwards.map(({ standing }) => standing.option).toSorted()).toEqual([1, 2, 3]);
        for (const [at, { standing, place }] of forwards.entries()) {
          const next = forwards[at + 1];
          if (next === undefined) continue;
          expect(next.place === place || next.place === at + 2).toBe(true);
          expect(standing.cannot.length === 0 || next.standing.cannot.length > 0).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
