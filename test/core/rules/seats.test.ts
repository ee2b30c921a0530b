import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedVotes, publicSideVotes } from "../../../src/core/rules/counted-votes.ts";
import { heldSeats } from "../../../src/core/rules/held-seats.ts";
import { lateArrival } from "../../../src/core/rules/late-arrival.ts";
import { seatVoter } from "../../../src/core/rules/seat-vote.ts";
import { type SeatBallot, seatVote } from "../../../src/core/rules/split-vote.ts";
import { votingRight } from "../../../src/core/rules/voting-right.ts";
import { rulesWith } from "../../support/rules.ts";

const ballot = (person: string, vote: string, more: Partial<SeatBallot<string>> = {}) => ({ person, vote, ...more });

describe("member and deputy", () => {
  const deputy = { role: "namedDeputy" } as const;

  it("lets the deputy's vote count only if the member gave none, in either order", () => {
    const both = [ballot("V", "no", deputy), ballot("M", "yes")];
    expect(seatVote(rulesWith(), both)).toMatchObject({ vote: "yes", by: "M", notCounted: ["V"] });
    expect(seatVote(rulesWith(), both.toReversed())).toMatchObject({ vote: "yes", by: "M", notCounted: ["V"] });
    expect(seatVote(rulesWith(), [ballot("V", "no", deputy)])).toMatchObject({ vote: "no", by: "V" });
  });

  it("knows no deputies where the rules have none", () => {
    const ruling = seatVote(rulesWith({ "membership.proxy": "none" }), [ballot("V", "no", deputy)]);
    expect(ruling.vote).toBeUndefined();
    expect(ruling.notCounted).toEqual(["V"]);
  });

  it("sends the deputy back while the member is here, unless designated or the first counts", () => {
    const voter = { person: "V", role: "namedDeputy", otherSeats: 0, isChair: false, memberHere: "M" } as const;
    expect(seatVoter(rulesWith(), voter)).toMatchObject({ isAllowed: false, reason: "memberIsHere", memberHere: "M" });
    expect(seatVoter(rulesWith(), { ...voter, designated: "V" }).isAllowed).toBe(true);
    expect(seatVoter(rulesWith({ "membership.splitVote": "firstCounts" }), voter).isAllowed).toBe(true);
    expect(seatVoter(rulesWith(), { ...voter, votedBy: "M" }).reason).toBe("seatHasVoted");
  });

  it("lets the vote of the chair rest where the rules say so, and another person votes for the seat", () => {
    const votes = [ballot("S", "yes", { isChair: true }), ballot("D", "no")];
    const ruling = seatVote(rulesWith({ "office.chair.chairKeepsSeatVote": false }), votes);
    expect(ruling).toMatchObject({ vote: "no", notCounted: ["S"] });
    expect(ruling.alsoFrom.map(({ setting }) => setting)).toEqual(["office.chair.chairKeepsSeatVote"]);
  });
});

describe("changing a vote", () => {
  const twice = [ballot("A", "yes"), ballot("A", "no")];

  it("takes the last one before the close, the first one where it is final or secret", () => {
    expect(seatVote(rulesWith(), twice).vote).toBe("no");
    expect(seatVote(rulesWith({ "vote.change": "never" }), twice).vote).toBe("yes");
    expect(seatVote(rulesWith(), twice, { isSecret: true }).vote).toBe("yes");
    expect(seatVote(rulesWith(), [ballot("A", "yes"), ballot("A", "no", { isAfterClose: true })]).vote).toBe("yes");
  });
});

describe("several seats and powers of attorney", () => {
  it("takes the first seat claimed and rejects the others", () => {
    expect(heldSeats(rulesWith(), { own: ["T1", "T2"], powers: [], meeting: "M1" })).toMatchObject({
      accepted: ["T1"],
      rejected: [{ seat: "T2", reason: "heaping" }],
    });
    const two = rulesWith({ "membership.maxVotesPerPerson": 2 });
    expect(heldSeats(two, { own: ["T1", "T2"], powers: [], meeting: "M1" }).votes).toBe(2);
  });

  it.each([
    ["poa1", 2, ["tooManyPowers"]],
    ["poa2", 3, []],
    ["namedDeputy", 1, ["noPowerOfAttorney", "noPowerOfAttorney"]],
  ] as const)("with proxy %s gives %i votes to one who brings two powers", (proxy, votes, reasons) => {
    const ruling = heldSeats(rulesWith({ "membership.proxy": proxy }), {
      own: ["T1"],
      powers: [
        { from: "T2", meeting: "M1" },
        { from: "T3", meeting: "M1" },
      ],
      meeting: "M1",
    });
    expect([ruling.votes, ruling.rejected.map(({ reason }) => reason)]).toEqual([votes, reasons]);
  });

  it("holds for the meeting it names alone, and never doubles a seat", () => {
    const rules = rulesWith({ "membership.proxy": "poa1" });
    const other = heldSeats(rules, { own: ["T1"], powers: [{ from: "T2", meeting: "M1" }], meeting: "M2" });
    expect(other).toMatchObject({ votes: 1, rejected: [{ seat: "T2", reason: "otherMeeting" }] });
    const doubled = heldSeats(rules, { own: ["T1"], powers: [{ from: "T1", meeting: "M1" }], meeting: "M1" });
    expect(doubled.rejected).toEqual([{ seat: "T1", reason: "heldAlready" }]);
  });
});

describe("the votes of the public side", () => {
  const five = ["1", "2", "3", "4", "5"].map((person) => ballot(person, "yes"));

  it.each([0, 1, 2, 7])("with %i seats", (seats) => {
    const ruling = publicSideVotes(rulesWith({ "membership.publicCarrierSeats": seats }), five);
    expect(ruling.votes.length).toBe(Math.min(seats, 5));
    expect(ruling.notCounted.length).toBe(5 - ruling.votes.length);
  });

  it("gives each person a vote where the unit is the person", () => {
    expect(countedVotes(rulesWith({ "membership.votingUnit": "person" }), 1, five).votes).toHaveLength(5);
  });
});

describe("the voting right on a day", () => {
  it("ends with the contract where the rules say so, not on its last day", () => {
    const rules = rulesWith({ "membership.endsWith": "contract" });
    const on = (date: string) => votingRight(rules, { date, contractUntil: "2023-12-31" });
    expect(on("2024-01-12")).toMatchObject({ votingRight: false, role: "none", reason: "contractEnded" });
    expect(on("2023-12-31").votingRight).toBe(true);
    expect(votingRight(rulesWith(), { date: "2024-01-12", contractUntil: "2023-12-31" }).votingRight).toBe(true);
  });

  it("leaves an advisory member while it rests, who does not count for the quorum", () => {
    const rules = rulesWith({ "membership.suspension": true });
    expect(votingRight(rules, { date: "2024-01-12", isSuspended: true })).toMatchObject({
      votingRight: false,
      role: "advisory",
      countsForQuorum: false,
    });
    expect(votingRight(rulesWith(), { date: "2024-01-12", isSuspended: true }).votingRight).toBe(true);
  });
});

describe("late arrival", () => {
  it("counts or not as the rules say; who comes in the moment of the opening is in time", () => {
    const late = { openedAt: "10:05:00", arrivedAt: "10:06:00" };
    expect(lateArrival(rulesWith({ "vote.lateArrival": "notCounted" }), late).isCounted).toBe(false);
    expect(lateArrival(rulesWith(), late)).toMatchObject({ isLate: true, isCounted: true });
    expect(lateArrival(rulesWith(), { ...late, arrivedAt: "10:05:00" }).isLate).toBe(false);
  });
});

describe("one seat, one vote", () => {
  const vote = fc.record({
    person: fc.constantFrom("A", "B", "C", "D"),
    vote: fc.constantFrom("yes", "no", "abstain"),
    role: fc.constantFrom("delegate" as const, "namedDeputy" as const),
    isChair: fc.boolean(),
    isAfterClose: fc.boolean(),
  });
  const rules = fc
    .record({
      "membership.splitVote": fc.constantFrom("designated", "firstCounts", "invalid"),
      "membership.proxy": fc.constantFrom("none", "namedDeputy", "poa1", "poa2"),
      "office.chair.chairKeepsSeatVote": fc.boolean(),
      "vote.change": fc.constantFrom("untilClose", "never"),
    })
    .map((settings) => rulesWith(settings));

  it("never counts more votes than there are seats, whoever votes how often", () => {
    fc.assert(
      fc.property(rules, fc.nat(4), fc.array(vote), (given, seats, votes) => {
        const ruling = countedVotes(given, seats, votes);
        expect(ruling.votes.length).toBeLessThanOrEqual(seats);
        expect(new Set(ruling.notCounted).size).toBe(ruling.notCounted.length);
      }),
    );
  });

  it("does not depend on the order in which different people of a seat vote, where unequal votes are void", () => {
    fc.assert(
      fc.property(fc.uniqueArray(vote, { selector: ({ person }) => person }), fc.nat(), (votes, turn) => {
        const given = rulesWith({ "membership.splitVote": "invalid" });
        const at = votes.length === 0 ? 0 : turn % votes.length;
        const turned = [...votes.slice(at), ...votes.slice(0, at)];
        expect(seatVote(given, turned).vote).toBe(seatVote(given, votes).vote);
      }),
    );
  });
});
