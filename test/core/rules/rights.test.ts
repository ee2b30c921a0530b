import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consensus } from "../../../src/core/rules/consensus.ts";
import { rollCallDemand, secretDemand, votingMode } from "../../../src/core/rules/demands.ts";
import { mergeRules } from "../../../src/core/rules/merge-rules.ts";
import { profileAg78Standard } from "../../../src/core/rules/profile-ag78-standard.ts";
import type { RulesOverrides } from "../../../src/core/rules/rules.ts";
import { type SeatVoterInput, seatVoter } from "../../../src/core/rules/seat-vote.ts";
import { orderSpeakers, speakingTime, speakingTurn } from "../../../src/core/rules/speakers.ts";
import { seatVote } from "../../../src/core/rules/split-vote.ts";
import { rulesWith } from "../../support/rules.ts";

const standard = rulesWith();

describe("mergeRules", () => {
  it("refuses a key the profile does not know, instead of dropping it", () => {
    expect(() => rulesWith({ "quorum.knid": "fixed" })).toThrow("no such rule: quorum.knid");
    // A wrong shape that the types would not let through.
    const wrong = { quorum: "none" } as unknown as RulesOverrides;
    expect(() => mergeRules(profileAg78Standard, wrong)).toThrow("not a rule: quorum");
  });

  it("leaves the profile as it is", () => {
    const before = structuredClone(profileAg78Standard);
    rulesWith({ "quorum.kind": "none", goDeviation: { kind: "unanimity", basis: "members" } });
    expect(profileAg78Standard).toEqual(before);
  });
});

describe("demands", () => {
  it("grants a secret vote to one seat by the profile, to none on nobody's demand", () => {
    expect(secretDemand(standard, { demands: 1, presentSeats: 17 })).toMatchObject({ isGranted: true, needed: 1 });
    expect(secretDemand(standard, { demands: 0, presentSeats: 17 })).toMatchObject({ isGranted: false, missing: 1 });
    expect(secretDemand(standard, { demands: 0, presentSeats: 0 }).isGranted).toBe(false);
  });

  it("grants a roll call to a third of the seats present, rounded up", () => {
    expect(rollCallDemand(standard, { demands: 5, presentSeats: 17 })).toMatchObject({ isGranted: false, missing: 1 });
    expect(rollCallDemand(standard, { demands: 6, presentSeats: 17 }).isGranted).toBe(true);
    expect(rollCallDemand(standard, { demands: 0, presentSeats: 0 }).isGranted).toBe(false);
  });

  it("lets the secret vote go first, and cites why", () => {
    const ruling = rollCallDemand(standard, { demands: 17, presentSeats: 17, isSecret: true });
    expect(ruling).toMatchObject({ isGranted: false, reason: "secretGoesFirst" });
    expect(ruling.alsoFrom.map(({ setting }) => setting)).toEqual(["vote.secretBeatsRoll"]);
    const rules = rulesWith({ "vote.secretBeatsRoll": false });
    expect(rollCallDemand(rules, { demands: 17, presentSeats: 17, isSecret: true }).isGranted).toBe(true);
    expect(votingMode(rules, { secret: true, rollCall: true }).mode).toBe("rollCall");
  });

  it("has no roll call on procedure where the GO rules it out, nor where nobody may demand it", () => {
    const rules = rulesWith({ "vote.rollCallNotFor": ["alle"] });
    const demand = { demands: 17, presentSeats: 17 };
    expect(rollCallDemand(rules, { ...demand, procedure: "vertagung" }).reason).toBe("procedure");
    expect(rollCallDemand(rulesWith({ "vote.rollCall": { kind: "never" } }), demand).reason).toBe("notProvided");
  });

  it.each([
    [false, false, "open"],
    [true, false, "secret"],
    [false, true, "rollCall"],
    [true, true, "secret"],
  ])("votes, secret granted %s and roll call granted %s: %s", (secret, rollCall, mode) => {
    expect(votingMode(standard, { secret, rollCall }).mode).toBe(mode);
  });
});

describe("consensus", () => {
  it("ends with one objection", () => {
    expect(consensus(standard, { objections: 0 })).toMatchObject({ outcome: "consensus", next: "done" });
    expect(consensus(standard, { objections: 1 })).toMatchObject({ outcome: "noConsensus", next: "vote" });
  });
});

describe("orderSpeakers", () => {
  const order = (...parameters: Parameters<typeof orderSpeakers>) =>
    orderSpeakers(...parameters).map(({ speaker }) => speaker);

  it("keeps the order of asking", () => {
    expect(order("requestOrder", [{ speaker: "B" }, { speaker: "A" }], [{ speaker: "B" }])).toEqual(["B", "A"]);
  });

  it("alternates between groups as long as both are waiting", () => {
    const requests = ["A1", "A2", "A3", "B1", "B2"].map((speaker) => ({ speaker, group: speaker.slice(0, 1) }));
    expect(order("alternatingGroups", requests, [])).toEqual(["A1", "B1", "A2", "B2", "A3"]);
    expect(order("alternatingGroups", requests, [{ speaker: "A9", group: "A" }])).toEqual([
      "B1",
      "A1",
      "B2",
      "A2",
      "A3",
    ]);
  });

  it("answers a speech for with one against", () => {
    const requests = [
      { speaker: "P1", stance: "pro" },
      { speaker: "P2", stance: "pro" },
      { speaker: "C1", stance: "contra" },
    ] as const;
    expect(order("proAndContra", requests, [{ speaker: "P0", stance: "pro" }])).toEqual(["C1", "P1", "P2"]);
  });

  it("loses and doubles nobody, in any mode", () => {
    const request = fc.record({
      speaker: fc.stringMatching(/^[a-z]{2}$/),
      group: fc.constantFrom("x", "y", "z"),
      stance: fc.constantFrom("pro" as const, "contra" as const),
    });
    const mode = fc.constantFrom("requestOrder", "firstTimersFirst", "alternatingGroups", "proAndContra");
    fc.assert(
      fc.property(mode, fc.array(request), fc.array(request), (given, requests, history) => {
        expect(orderSpeakers(given, requests, history).toSorted(byText)).toEqual(requests.toSorted(byText));
      }),
    );
  });
});

const byText = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));

describe("speaking time and turns", () => {
  it("has three minutes by the profile, over only after the last second", () => {
    expect(speakingTime(standard, { spokenSeconds: 180 })).toMatchObject({ isOver: false, secondsLeft: 0 });
    expect(speakingTime(standard, { spokenSeconds: 181 }).isOver).toBe(true);
    expect(speakingTime(standard, { spokenSeconds: 100, itemSeconds: 60 }).isOver).toBe(true);
    expect(speakingTime(rulesWith({ "speakers.seconds": null }), { spokenSeconds: 9000 }).isOver).toBe(false);
  });

  it("limits the turns only where the GO does", () => {
    expect(speakingTurn(standard, { turnsSoFar: 99 }).isAdmitted).toBe(true);
    expect(speakingTurn(rulesWith({ "speakers.maxTurns": 2 }), { turnsSoFar: 1 }).isAdmitted).toBe(true);
  });
});

describe("seatVoter", () => {
  const voter: SeatVoterInput = { person: "A", role: "delegate", otherSeats: 0, isChair: false };

  it("lets the first of a seat's people vote and tells the second who did", () => {
    expect(seatVoter(standard, voter).isAllowed).toBe(true);
    expect(seatVoter(standard, { ...voter, person: "B", votedBy: "A" })).toMatchObject({
      isAllowed: false,
      reason: "seatHasVoted",
      votedBy: "A",
    });
  });

  it("lets only the designated person vote", () => {
    expect(seatVoter(standard, { ...voter, designated: "B" })).toMatchObject({
      reason: "otherDesignated",
      designated: "B",
    });
    expect(seatVoter(standard, { ...voter, designated: "A" }).isAllowed).toBe(true);
  });

  it("takes a second vote of the same person as a change, where votes may change", () => {
    expect(seatVoter(standard, { ...voter, votedBy: "A" })).toMatchObject({ isAllowed: true, isChange: true });
    expect(seatVoter(rulesWith({ "vote.change": "never" }), { ...voter, votedBy: "A" }).reason).toBe("noChange");
  });

  it.each([
    ["none", "namedDeputy", 0, "noSubstitution"],
    ["namedDeputy", "namedDeputy", 0, undefined],
    ["namedDeputy", "namedDeputy", 1, "tooManyVotes"],
    ["namedDeputy", "powerOfAttorney", 0, "noPowerOfAttorney"],
    ["poa1", "powerOfAttorney", 1, undefined],
    ["poa1", "powerOfAttorney", 2, "tooManyVotes"],
  ] as const)("with proxy %s, a %s who votes for %i other seats: %s", (proxy, role, otherSeats, reason) => {
    const ruling = seatVoter(rulesWith({ "membership.proxy": proxy }), { ...voter, role, otherSeats });
    expect(ruling.reason).toBe(reason);
    expect(ruling.isAllowed).toBe(reason === undefined);
  });
});

describe("seatVote", () => {
  it("counts one vote of a seat at most, whoever of its people votes how often", () => {
    const ballot = fc.record({ person: fc.constantFrom("A", "B", "C"), vote: fc.constantFrom("yes", "no", "abstain") });
    const mode = fc.constantFrom("designated", "firstCounts", "invalid");
    fc.assert(
      fc.property(
        mode,
        fc.array(ballot),
        fc.option(fc.constantFrom("A", "B"), { nil: undefined }),
        (split, ballots, designated) => {
          const ruling = seatVote(
            rulesWith({ "membership.splitVote": split }),
            ballots,
            designated === undefined ? {} : { designated },
          );
          const people = new Set(ballots.map(({ person }) => person));
          expect(new Set([...ruling.notCounted, ...(ruling.by === undefined ? [] : [ruling.by])])).toEqual(people);
          expect(ruling.notCounted).not.toContain(ruling.by);
        },
      ),
    );
  });

  it("voids unequal votes where the GO says so, but not equal ones", () => {
    const rules = rulesWith({ "membership.splitVote": "invalid" });
    const votes = (second: string) => [
      { person: "A", vote: "yes" },
      { person: "B", vote: second },
    ];
    expect(seatVote(rules, votes("no")).vote).toBe("invalid");
    expect(seatVote(rules, votes("yes"))).toMatchObject({ vote: "yes", by: "A" });
  });

  it("has no vote as long as the designated person has not voted", () => {
    expect(seatVote(standard, [{ person: "B", vote: "yes" }], { designated: "A" })).toMatchObject({
      notCounted: ["B"],
    });
    expect(seatVote(standard, [{ person: "B", vote: "yes" }], { designated: "A" }).vote).toBeUndefined();
  });
});
