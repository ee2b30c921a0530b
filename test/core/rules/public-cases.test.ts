import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { consensus } from "../../../src/core/rules/consensus.ts";
import { secretDemand, secretElectionDemand, votingMode } from "../../../src/core/rules/demands.ts";
import { electionRound } from "../../../src/core/rules/election-round.ts";
import type { ElectionInput } from "../../../src/core/rules/election-ruling.ts";
import { type MajorityContext, majority, type Tally } from "../../../src/core/rules/majority.ts";
import { quorum } from "../../../src/core/rules/quorum.ts";
import { quorumInMeeting } from "../../../src/core/rules/quorum-in-meeting.ts";
import { quorumOfRepeatMeeting } from "../../../src/core/rules/quorum-repeat.ts";
import { seatVoter } from "../../../src/core/rules/seat-vote.ts";
import { orderSpeakers, speakingTurn } from "../../../src/core/rules/speakers.ts";
import { seatVote } from "../../../src/core/rules/split-vote.ts";
import { resultLabel } from "../../../src/texts/rulings.ts";
import { rulesWith } from "../../support/rules.ts";

const file = new URL("../../fixtures/rules-cases.json", import.meta.url);
const cases = z
  .array(z.object({ id: z.string(), rule: z.string(), choice: z.record(z.string(), z.unknown()).nullable() }))
  .parse(JSON.parse(readFileSync(file, "utf8")));

/** Settings of a case, by its id; a few names are those of the sources, not of our settings. */
function rulesOf(id: string) {
  const choice = cases.find((entry) => entry.id === id)?.choice ?? {};
  const settings: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(choice)) {
    if (path === "majority.threshold") settings["majority.kind"] = "fraction";
    if (path === "office.chairKeepsSeatVote") settings["office.chair.chairKeepsSeatVote"] = value;
    else if (path === "goAntrag.nonConsideration.threshold") settings["goDeviation"] = value;
    else if (path === "quorum.measuredBy") continue;
    else if (path === "goChange") settings["goChange.threshold"] = { kind: "unanimity", basis: "cast" };
    else if (path === "quorum.repeat") settings[path] = { min: 0, ...Object(value) };
    else settings[path] = value;
  }
  return rulesWith(settings);
}

const tally = (counts: Partial<Tally>): Tally => {
  const { yes = 0, no = 0, abstain = 0, invalid = 0 } = counts;
  const present = counts.present ?? yes + no + abstain + invalid;
  return { yes, no, abstain, invalid, present, members: counts.members ?? present };
};

const motion = (id: string, counts: Partial<Tally>, context: MajorityContext = {}) =>
  majority(rulesOf(id), tally(counts), "motion", context);

const round = (id: string, input: Partial<ElectionInput>, votes: Readonly<Record<string, number>>) =>
  electionRound(rulesOf(id), {
    seats: 1,
    abstain: 0,
    invalid: 0,
    presentVoting: Object.values(votes).reduce((sum, count) => sum + count, 0),
    round: 1,
    step: "ballot",
    candidates: Object.entries(votes).map(([name, count]) => ({ id: name, votes: count })),
    ...input,
  });

const checks: Readonly<Record<string, () => void>> = {
  "MAJ-01": () => expect(round("MAJ-01", { abstain: 1, presentVoting: 8 }, { K: 3, R: 4 }).elected).toEqual(["R"]),
  "MAJ-02": () =>
    expect(
      electionRound(rulesWith({ "election.majority": "absolutePresent" }), {
        seats: 1,
        abstain: 1,
        invalid: 0,
        presentVoting: 8,
        round: 1,
        step: "ballot",
        candidates: [
          { id: "K", votes: 3 },
          { id: "R", votes: 4 },
        ],
      }),
    ).toMatchObject({ elected: [], votesNeeded: 5 }),
  "MAJ-04": () =>
    expect(motion("MAJ-04", { present: 87, yes: 28, no: 1, abstain: 58 })).toMatchObject({
      outcome: "rejected",
      votesNeeded: 44,
    }),
  "MAJ-05": () => expect(motion("MAJ-05", { yes: 9, no: 8 }).outcome).toBe("carried"),
  "MAJ-07": () =>
    expect(
      motion("MAJ-07", { yes: 8, no: 8, abstain: 1 }, { chair: { votingRight: true, vote: "yes" } }),
    ).toMatchObject({ outcome: "carried", decidedBy: "chair" }),
  "MAJ-10": () =>
    expect(motion("MAJ-10", { yes: 8, no: 8 }, { chair: { votingRight: true, vote: "yes" } }).outcome).toBe("repeat"),
  "MAJ-12": () => expect(motion("MAJ-12", { yes: 1, abstain: 16 }).outcome).toBe("carried"),
  "MAJ-14": () => expect(motion("MAJ-14", { present: 17, yes: 5, no: 4, abstain: 8 }).outcome).toBe("carried"),
  "MAJ-16": () => expect(motion("MAJ-16", { yes: 10, no: 5, abstain: 5 }).outcome).toBe("rejected"),
  "MAJ-18": () => expect(motion("MAJ-18", { yes: 6, no: 4, abstain: 12 }).outcome).toBe("repeat"),
  "MAJ-20": () =>
    expect(motion("MAJ-20", { yes: 7, no: 3, abstain: 8 }, { isReopeningMoved: true }).outcome).toBe("reopenDebate"),
  "MAJ-22": () =>
    expect(motion("MAJ-22", { yes: 4, no: 3, abstain: 2 })).toMatchObject({ outcome: "rejected", votesNeeded: 5 }),
  "MAJ-23": () => expect(motion("MAJ-23", { yes: 5, no: 2, abstain: 2 }).outcome).toBe("carried"),
  "MAJ-24": () => expect(motion("MAJ-24", { yes: 10, no: 5, abstain: 2 }).outcome).toBe("carried"),
  "MAJ-25": () => expect(motion("MAJ-25", { yes: 9, no: 5, abstain: 3 }).outcome).toBe("rejected"),
  "MAJ-27": () => expect(motion("MAJ-27", { yes: 11, no: 3, abstain: 3 }).outcome).toBe("carried"),
  "MAJ-31": () => expect(motion("MAJ-31", { yes: 11, no: 4, abstain: 2 }).outcome).toBe("rejected"),
  "MAJ-32": () =>
    expect(motion("MAJ-32", { yes: 8, members: 17 })).toMatchObject({ outcome: "rejected", votesNeeded: 9 }),
  "MAJ-33": () => {
    const ruling = motion("MAJ-33", { yes: 14, abstain: 3 });
    expect([ruling.outcome, resultLabel(ruling)]).toEqual(["carried", "einstimmig bei 3 Enthaltungen"]);
  },
  "MAJ-35": () => expect(consensus(rulesOf("MAJ-35"), { objections: 0 }).outcome).toBe("consensus"),
  "MAJ-36": () =>
    expect(consensus(rulesOf("MAJ-36"), { objections: 1 })).toMatchObject({ outcome: "noConsensus", next: "vote" }),
  "MAJ-37": () =>
    expect(motion("MAJ-37", { present: 17, yes: 7, no: 6, abstain: 1, invalid: 3 })).toMatchObject({
      outcome: "carried",
      validCast: 13,
    }),
  "MAJ-42": () =>
    expect(
      [
        { yes: 7, no: 0 },
        { yes: 7, no: 0, abstain: 2 },
        { yes: 9, no: 8 },
        { yes: 5, no: 12 },
      ].map((counts) => resultLabel(motion("MAJ-42", counts))),
    ).toEqual([
      "einstimmig",
      "einstimmig bei 2 Enthaltungen",
      "mehrheitlich (9 Ja, 8 Nein, 0 Enthaltungen)",
      "abgelehnt (5 Ja, 12 Nein, 0 Enthaltungen)",
    ]),
  "QUO-01": () => quorumIs("QUO-01", 17, 9, true, 9),
  "QUO-03": () => quorumIs("QUO-03", 18, 9, true, 9),
  "QUO-04": () => quorumIs("QUO-04", 3, 2, false, 3),
  "QUO-05": () => {
    quorumIs("QUO-05", 17, 6, true, 6);
    quorumIs("QUO-05", 17, 5, false, 6);
  },
  "QUO-06": () => quorumIs("QUO-06", 60, 16, false, 17),
  "QUO-07": () => quorumIs("QUO-07", 17, 8, false, 9),
  "QUO-09": () =>
    expect(
      quorum(rulesOf("QUO-09"), { votingSeats: 17, presentVoting: 12, callDefect: { cured: true } }),
    ).toMatchObject({ quorate: true, isCured: true }),
  "QUO-10": () =>
    expect(
      quorumInMeeting(rulesOf("QUO-10"), {
        votingSeats: 17,
        presentVoting: 7,
        isEstablished: true,
        isRequested: false,
      }),
    ).toMatchObject({ quorate: true, by: "presumption" }),
  "QUO-11": () =>
    expect(
      quorumInMeeting(rulesOf("QUO-11"), { votingSeats: 17, presentVoting: 7, isEstablished: true, isRequested: true }),
    ).toMatchObject({ quorate: false, present: 7, needed: 9, by: "count" }),
  "QUO-18": () =>
    expect(
      quorumOfRepeatMeeting(rulesOf("QUO-18"), {
        votingSeats: 17,
        presentVoting: 2,
        isDeferredItem: true,
        isNoticeInInvitation: false,
      }),
    ).toMatchObject({ quorate: false, relief: "noticeMissing" }),
  "QUO-19": () =>
    expect(
      quorumOfRepeatMeeting(rulesOf("QUO-19"), {
        votingSeats: 17,
        presentVoting: 6,
        isDeferredItem: false,
        isNoticeInInvitation: true,
      }),
    ).toMatchObject({ quorate: false, needed: 9 }),
  "QUO-22": () =>
    expect(quorum(rulesOf("QUO-22"), { votingSeats: 17, presentVoting: 8, recused: 3 })).toMatchObject({
      quorate: false,
      needed: 9,
    }),
  "QUO-23": () => {
    const outcomes = [5, 4].map((presentVoting) =>
      quorum(rulesOf("QUO-23"), { votingSeats: 17, presentVoting, recused: 9 }),
    );
    expect(outcomes.map(({ quorate, needed }) => [quorate, needed])).toEqual([
      [true, 5],
      [false, 5],
    ]);
  },
  "QUO-24": () => {
    expect(quorum(rulesOf("QUO-24"), { votingSeats: 17, presentVoting: 3 + 1 + 4 + 1 }).quorate).toBe(true);
    expect(motion("QUO-24", { yes: 3, no: 1, abstain: 4, invalid: 1 }).outcome).toBe("carried");
  },
  "STI-03": () =>
    expect(
      seatVote(
        rulesOf("STI-03"),
        [
          { person: "A", vote: "yes" },
          { person: "B", vote: "no" },
        ],
        { designated: "A" },
      ),
    ).toMatchObject({ vote: "yes", notCounted: ["B"] }),
  "STI-07": () => {
    const voter = { person: "A", role: "namedDeputy", isChair: false } as const;
    expect(seatVoter(rulesOf("STI-07"), { ...voter, role: "delegate", otherSeats: 0 }).isAllowed).toBe(true);
    expect(seatVoter(rulesOf("STI-07"), { ...voter, otherSeats: 1 }).reason).toBe("tooManyVotes");
  },
  "STI-08": () => {
    const voter = { person: "A", role: "powerOfAttorney", isChair: false } as const;
    expect(seatVoter(rulesOf("STI-08"), { ...voter, otherSeats: 1 }).isAllowed).toBe(true);
    expect(seatVoter(rulesOf("STI-08"), { ...voter, otherSeats: 2 }).isAllowed).toBe(false);
  },
  "STI-10": () => {
    const people = ["1", "2", "3", "4", "5"].map((person) => ({ person, vote: "yes" }));
    expect(seatVote(rulesOf("STI-10"), people)).toMatchObject({
      vote: "yes",
      by: "1",
      notCounted: ["2", "3", "4", "5"],
    });
  },
  "STI-11": () => {
    const voter = { role: "delegate", otherSeats: 0 } as const;
    expect(seatVoter(rulesOf("STI-11"), { ...voter, person: "S", isChair: true }).reason).toBe("chairHasNoVote");
    expect(seatVoter(rulesOf("STI-11"), { ...voter, person: "D", isChair: false }).isAllowed).toBe(true);
  },
  "STI-15": () =>
    expect(
      seatVote(rulesOf("STI-15"), [
        { person: "A", vote: "yes" },
        { person: "A", vote: "no" },
      ]).vote,
    ).toBe("no"),
  "GOA-13": () => {
    const granted = [5, 6].map((demands) => secretDemand(rulesOf("GOA-13"), { demands, presentSeats: 17 }).isGranted);
    expect(granted).toEqual([false, true]);
  },
  "GOA-15": () => expect(votingMode(rulesOf("GOA-15"), { secret: true, rollCall: true }).mode).toBe("secret"),
  "GOA-17": () => {
    const outcomes = [19, 20].map(
      (yes) => majority(rulesOf("GOA-17"), tally({ yes, no: 30 - yes }), "goDeviation").outcome,
    );
    expect(outcomes).toEqual(["rejected", "carried"]);
  },
  "GOA-21": () => {
    const requests = ["A", "B", "C", "D"].map((speaker) => ({ speaker }));
    const { mode } = rulesOf("GOA-21").speakers;
    const order = orderSpeakers(mode.value, requests, [{ speaker: "A" }, { speaker: "C" }]);
    expect(order.map(({ speaker }) => speaker)).toEqual(["B", "D", "A", "C"]);
  },
  "GOA-23": () => expect(speakingTurn(rulesOf("GOA-23"), { turnsSoFar: 2 }).isAdmitted).toBe(false),
  "ANT-11": () =>
    expect(majority(rulesOf("ANT-11"), tally({ present: 17, yes: 11 }), "urgentItem")).toMatchObject({
      outcome: "rejected",
      votesNeeded: 12,
    }),
  "ANT-16": () => expect(majority(rulesOf("ANT-16"), tally({ yes: 4, no: 1 }), "goChange").outcome).toBe("rejected"),
  "ANT-17": () =>
    expect(majority(rulesOf("ANT-17"), tally({ present: 17, yes: 12 }), "goDeviation").outcome).toBe("carried"),
  "WAH-05": () =>
    expect(round("WAH-05", {}, { A: 7, B: 6, C: 4 }).next).toEqual({
      kind: "runoff",
      candidates: ["A", "B"],
      seats: 1,
    }),
  "WAH-06": () => expect(round("WAH-06", { round: 2, step: "runoff" }, { A: 9, B: 8 }).elected).toEqual(["A"]),
  "WAH-11": () => {
    expect(round("WAH-11", { members: 17 }, { A: 8, B: 5 }).next.kind).toBe("nextBallot");
    expect(round("WAH-11", { members: 17, round: 2 }, { A: 7, B: 6 }).elected).toEqual(["A"]);
  },
  "WAH-12": () =>
    expect(round("WAH-12", { members: 17, round: 2 }, { A: 6, B: 6 }).next).toMatchObject({
      kind: "lot",
      candidates: ["A", "B"],
    }),
  "WAH-13": () => expect(round("WAH-13", { members: 17, against: 5, abstain: 3 }, { A: 9 }).elected).toEqual(["A"]),
  "WAH-15": () =>
    expect(secretElectionDemand(rulesOf("WAH-15"), { demands: 1, presentSeats: 17 }).isGranted).toBe(true),
  "WAH-17": () => {
    const candidates = [{ id: "A", yes: 7, no: 8, abstain: 2 }];
    expect(round("WAH-17", { candidates }, {})).toMatchObject({
      elected: [],
      next: { kind: "failed", reason: "notElected" },
    });
  },
  "WAH-19": () =>
    expect(round("WAH-19", { seats: 3, presentVoting: 20 }, { A: 15, B: 12, C: 10, D: 9 }).elected).toEqual([
      "A",
      "B",
      "C",
    ]),
  "WAH-20": () =>
    expect(round("WAH-20", { seats: 3, presentVoting: 21 }, { A: 15, B: 12, C: 10, D: 9 })).toMatchObject({
      elected: ["A", "B"],
      next: { kind: "nextBallot", candidates: ["C", "D"], seats: 1 },
    }),
  "WAH-21": () =>
    expect(round("WAH-21", { seats: 2, presentVoting: 20 }, { A: 15, B: 11, C: 11 })).toMatchObject({
      elected: ["A"],
      next: { kind: "runoff", candidates: ["B", "C"], seats: 1 },
    }),
  "WAH-22": () =>
    expect(round("WAH-22", { seats: 2 }, { A: 8, B: 8 })).toMatchObject({
      elected: ["A", "B"],
      next: { kind: "done" },
    }),
};

function quorumIs(id: string, votingSeats: number, presentVoting: number, quorate: boolean, needed: number) {
  expect(quorum(rulesOf(id), { votingSeats, presentVoting })).toMatchObject({ quorate, needed });
}

describe("hand-derived cases from the sources", () => {
  it("has a check for each case of the fixture", () => {
    expect(Object.keys(checks).sort()).toEqual(cases.map(({ id }) => id).sort());
  });

  it.each(cases.map(({ id, rule }) => [id, rule] as const))("%s: %s", (id) => {
    expect.hasAssertions();
    checks[id]?.();
  });
});
