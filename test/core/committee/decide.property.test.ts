import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { committeeCodec } from "../../../src/adapters/storage/committee-codec.ts";
import type { Vote } from "../../../src/core/ballot/events.ts";
import type { Command } from "../../../src/core/committee/commands.ts";
import { decide } from "../../../src/core/committee/decide.ts";
import type { Decided } from "../../../src/core/committee/decision.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { evolve, noCommittee } from "../../../src/core/committee/evolve.ts";
import { endsCollecting } from "../../../src/core/committee/open-ideas-box.ts";
import type { CommitteeState } from "../../../src/core/committee/state.ts";
import { openWeighting } from "../../../src/core/committee/weighting-now.ts";
import { ideasBox, runningWorkshop } from "../../../src/core/committee/workshop-now.ts";
import type { PersonId, SeatId } from "../../../src/core/kernel/ids.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import type { DotCount, SealedIdea } from "../../../src/core/workshop/events.ts";
import { type Attempt, attempts, commandTypes, someRules } from "../../support/arbitrary-commands.ts";
import { breaches, refolded, slicesOf } from "../../support/committee-invariants.ts";
import { deepFreeze } from "../../support/deep-freeze.ts";
import { happened, nothingHappened, type Past } from "../../support/fold.ts";
import { accountKey, instant } from "../../support/keys.ts";
import {
  calledItem,
  firstSpokesperson,
  meetingDay,
  officePerson,
  onMeetingDay,
  openMeeting,
  seat,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

/** What happened, and what lies in the sealed boxes. */
type World = { readonly past: Past; readonly boxes: ReadonlyMap<string, readonly string[]> };

const begun = (rules: Parameters<typeof started>[0]): World => ({ past: started(rules), boxes: new Map() });

const tagLists = [{ name: "Ziele", tags: ["Partizipation"] }];
const routes = [{ name: "Klausurtagung", steps: [{ body: "Jugendhilfeausschuss", role: "decision" }] }] as const;

function started(rules: NonNullable<Parameters<typeof smallCommittee>[0]>["rules"] = {}): Past {
  return happened(nothingHappened, [
    ...smallCommittee({ rules, description: { tagLists, routes } }),
    linked,
    ...openMeeting(4),
    ...calledItem("Plätze und Geschäftsordnung"),
  ]);
}

const linked: CommitteeEvent = { type: "AccountLinked", person: officePerson, account: accountKey("console:a") };

/** As the flow does it: the opened contents of a box come with the command that closes it. */
function withContents(command: Command, { past, boxes }: World): Command {
  const { ballots, minutes } = past.state;
  if (command.type === "CloseBallot") {
    const contents = boxes.get(`ballot-${ballots.open}`) ?? [];
    const isSecret = entry(ballots.ballots, ballots.open ?? 0)?.mode === "secret";
    return isSecret ? { ...command, secretVotes: contents.map((one) => JSON.parse(one) as Vote) } : command;
  }
  if (command.type === "CloseWeighting") {
    const open = openWeighting(past.state);
    const contents = boxes.get(`dots-${open?.weighting}`) ?? [];
    const isSecret = open?.mode === "secret";
    return isSecret
      ? { ...command, secretDots: contents.map((one) => JSON.parse(one) as readonly DotCount[]) }
      : command;
  }
  const workshop = runningWorkshop(past.state);
  const opensIdeas =
    command.type === "RevealIdeas" ||
    command.type === "CloseWorkshop" ||
    (command.type === "BeginPhase" && endsCollecting(command.kind));
  if (opensIdeas && workshop !== undefined && workshop.sealed > 0) {
    const contents = boxes.get(ideasBox(workshop)) ?? [];
    return { ...command, sealedIdeas: contents.map((one) => JSON.parse(one) as SealedIdea) };
  }
  if (command.type === "CloseCollection")
    return { ...command, entries: boxes.get(`collection-${minutes.collections.size}`) ?? [] };
  return command;
}

type Tried = { readonly world: World; readonly decided: Decided };

function tried(world: World, { by, command, today }: Attempt): Tried {
  // As in the house, no two commands share an instant.
  const now = instant(new Date(Date.UTC(2023, 0, 27, 9) + world.past.stream.length).toISOString());
  const given = { actor: by, now, ...onMeetingDay, ...(today === undefined ? {} : { today }) };
  // Frozen: a decision that changes what it decides on throws.
  const decided = decide(deepFreeze(world.past.state), withContents(command, world), given);
  if (!decided.ok) return { world, decided };
  const { events, sealed, sealedApart = [] } = decided.value;
  // An event the codec refuses could never be stored: the command would fail though it was allowed.
  for (const event of events) committeeCodec.encode(event);
  const isAnonymous = events.some(({ type }) => type === "AnonymousEntryGiven" || type === "AnonymousIdeaGiven");
  const boxes = new Map(world.boxes);
  for (const { box, content } of [...(sealed === undefined ? [] : [sealed]), ...sealedApart])
    boxes.set(box, [...(boxes.get(box) ?? []), content].sort());
  return {
    world: { past: happened(world.past, events, { at: now, by: isAnonymous ? "system" : by }), boxes },
    decided,
  };
}

function afterAll(rules: NonNullable<Parameters<typeof smallCommittee>[0]>["rules"], all: readonly Attempt[]): Past {
  return all.reduce((world, one) => tried(world, one).world, begun(rules)).past;
}

function throughCodec({ stream }: Past): CommitteeState {
  return stream.reduce((state, { event, meta }) => {
    const record = { ...committeeCodec.encode(event), version: meta.version, at: meta.at, by: meta.by, hash: "" };
    return evolve(state, committeeCodec.decode(record), meta);
  }, noCommittee());
}

const folded = ({ stream }: Past): CommitteeState =>
  stream.reduce((state, { event, meta }) => evolve(state, event, meta), noCommittee());

describe("any commands by anybody, in any order", () => {
  it("never throw, never change what is decided on, and never break a count, an office or the one-at-a-time", () => {
    fc.assert(
      fc.property(someRules, attempts, (rules, all) => {
        let world = begun(rules);
        for (const one of all) {
          const next = tried(world, one);
          if (next.decided.ok) expect(breaches(next.world.past)).toEqual([]);
          world = next.world;
        }
      }),
      { numRuns: 400 },
    );
  });

  it("leave the same state whether folded step by step, from the first event, or through the codec", () => {
    fc.assert(
      fc.property(someRules, attempts, (rules, all) => {
        const past = afterAll(rules, all);
        expect(isDeepStrictEqual(folded(past), past.state)).toBe(true);
        expect(isDeepStrictEqual(throughCodec(past), past.state)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("taken back, leave what the record without the entry would have left", () => {
    let reverted = 0;
    fc.assert(
      fc.property(
        someRules,
        attempts,
        fc.array(fc.constantFrom(officePerson), { maxLength: 8 }),
        (rules, all, undos) => {
          let world = begun(rules);
          const asked = undos.map((by): Attempt => ({ by, command: { type: "RevertLast" } }));
          for (const one of [...all, ...asked]) {
            const next = tried(world, one);
            world = next.world;
            if (one.command.type !== "RevertLast" || !next.decided.ok) continue;
            reverted += 1;
            expect(isDeepStrictEqual(slicesOf(world.past.state), refolded(world.past.stream))).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(reverted).toBeGreaterThan(100);
  });

  it("taken back after thousands of entries, leave the same; what is too long ago cannot be taken back", () => {
    const comings = Array.from({ length: 2500 }, (_, n): CommitteeEvent => {
      return {
        type: "AttendanceRecorded",
        person: voter((n % 5) + 1),
        status: n % 2 ? "left" : "present",
        late: false,
      };
    });
    const { stream, state } = happened(happened(started(), comings.slice(0, 1), { by: voter(2) }), comings);
    const given = { now: instant("2023-01-27T11:00:00.000Z"), ...onMeetingDay };
    expect(decide(state, { type: "RevertLast" }, { ...given, actor: voter(2) })).toMatchObject({ ok: false });
    const last = happened({ state, stream }, [comings[1] ?? linked], { by: officePerson });
    const after = tried({ past: last, boxes: new Map() }, { by: officePerson, command: { type: "RevertLast" } });
    expect(after.decided.ok).toBe(true);
    expect(isDeepStrictEqual(slicesOf(after.world.past.state), refolded(after.world.past.stream))).toBe(true);
  });

  it("reach every kind of command, accepted", () => {
    const accepted = new Set<string>();
    fc.assert(
      fc.property(someRules, attempts, (rules, all) => {
        let world = begun(rules);
        for (const one of all) {
          const next = tried(world, one);
          if (next.decided.ok) accepted.add(one.command.type);
          world = next.world;
        }
      }),
      { numRuns: 600, seed: 8 },
    );
    expect(commandTypes.filter((type) => !accepted.has(type))).toEqual([]);
  });
});

describe("control: what the properties look for is noticed", () => {
  const subject = { kind: "motion", motion: 1 } as const;
  const opened: readonly CommitteeEvent[] = [
    { type: "MotionMoved", motion: 1, meeting: 1, text: "Antrag", mover: voter(1) },
    { type: "BallotOpened", ballot: 1, meeting: 1, subject, mode: "open", recused: [], marks: 0, candidates: [] },
  ];
  const cast = (n: number, person: PersonId): CommitteeEvent => ({
    type: "VoteCast",
    ballot: 1,
    seat: seat(n),
    person,
    vote: { kind: "question", choice: "yes" },
  });
  const closed = (yes: number, eligible: number): CommitteeEvent => ({
    type: "BallotClosed",
    ballot: 1,
    counts: { yes, no: 0, abstain: 0, invalid: 0 },
    voted: yes,
    eligible,
    members: 5,
  });

  const target = { kind: "idea", number: 1 } as const;
  const weighting: readonly CommitteeEvent[] = [
    {
      type: "WeightingOpened",
      weighting: 1,
      workshop: 1,
      over: "ideas",
      targets: [1],
      budget: 3,
      per: "seat",
      several: true,
      mode: "open",
    },
  ];
  const dots = (person: PersonId, forSeat: SeatId | undefined, count: number): CommitteeEvent => ({
    type: "DotsPlaced",
    weighting: 1,
    person,
    ...(forSeat === undefined ? {} : { seat: forSeat }),
    dots: [{ target, dots: count }],
  });
  const counted = (count: number, voters: number): CommitteeEvent => ({
    type: "WeightingClosed",
    weighting: 1,
    counts: [{ target, dots: count }],
    voters,
  });

  it.each([
    ["a vote more than was cast", [cast(1, voter(1)), closed(2, 4)], "2 counted, 1 votes"],
    ["more votes than seats", [cast(1, voter(1)), cast(2, voter(2)), closed(2, 1)], "2 voted of 1 eligible"],
    ["two people voting for one seat", [cast(1, voter(1)), cast(1, substitute(1))], "two people voted for one seat"],
    ["a vote after the close", [cast(1, voter(1)), closed(1, 4), cast(2, voter(2))], "after the close"],
  ])("%s", (_, events, expected) => {
    expect(breaches(happened(started(), [...opened, ...events])).join("\n")).toContain(expected);
  });

  it.each([
    ["more dots than there are", [dots(voter(1), seat(1), 4)], "more dots than 3"],
    [
      "two people placing for one seat",
      [dots(voter(1), seat(1), 1), dots(substitute(1), seat(1), 1)],
      "dots of one seat",
    ],
    ["dots without a seat", [dots(voter(1), undefined, 1)], "without a place"],
    ["dots that nobody placed", [dots(voter(1), seat(1), 1), counted(2, 1)], "2 dots counted, 1 placed"],
  ])("%s", (_, events, expected) => {
    expect(breaches(happened(started(), [...weighting, ...events])).join("\n")).toContain(expected);
  });

  it("an office held without acceptance, and by too many", () => {
    const assigned = (n: number): CommitteeEvent => ({
      type: "OfficeAssigned",
      office: firstSpokesperson,
      person: voter(n),
      from: meetingDay,
      origin: "election",
    });
    const found = breaches(happened(started(), [assigned(1), assigned(2)])).join("\n");
    expect(found).toContain("without having accepted");
    expect(found).toContain("2 hold it, 1 places");
  });

  it("a decision that writes into the state", () => {
    const { state } = started();
    deepFreeze(state);
    expect(() => Object.assign(state.meetings, { current: 7 })).toThrow(TypeError);
    // The type says that nobody writes into it; this control does.
    expect(() => (state.membership.people as Map<unknown, unknown>).clear()).toThrow(TypeError);
  });

  it("an undo that takes back the wrong entry", () => {
    const { stream } = happened(started(), [...opened.slice(0, 1)]);
    const past = happened(started(), [
      ...opened.slice(0, 1),
      { type: "EntryReverted", reverted: [1], label: "MotionMoved" },
    ]);
    expect(isDeepStrictEqual(slicesOf(past.state), refolded(stream))).toBe(false);
  });
});
