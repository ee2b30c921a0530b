import { describe, expect, it } from "vitest";
import { entry } from "../../../src/core/kernel/table.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import {
  calledItem,
  officePerson,
  openMeeting,
  seat,
  secondSpokesperson,
  smallCommittee,
  voter,
} from "../../support/small-committee.ts";

/** An election for two places, led by the office. */
function election(settings: Readonly<Record<string, unknown>> = {}): GivenCommittee {
  const rules = Object.fromEntries(Object.entries(settings).map(([path, value]) => [path, { value }]));
  const led = { type: "MeetingChaired", person: officePerson } as const;
  return given([...smallCommittee({ seats: 5, rules }), ...openMeeting(5), led, ...calledItem("Wahlen")])
    .when({ type: "OpenElection", office: secondSpokesperson, secret: false })
    .thenAccepted();
}

const mark = (start: GivenCommittee, by: number, ...numbers: readonly number[]) =>
  start
    .when(
      { type: "CastVote", vote: { kind: "candidates", marked: numbers.map(voter) }, private: false },
      { actor: voter(by) },
    )
    .thenAccepted();

const submit = (start: GivenCommittee, name: string, ...numbers: readonly number[]) =>
  start.when({ type: "SubmitElectionList", name, people: numbers.map(voter) });

describe("electing en bloc", () => {
  const stand = election()
    .when({ type: "Nominate", person: voter(2) })
    .thenAccepted()
    .when({ type: "Nominate", person: voter(3) })
    .thenAccepted();
  const enBloc = { type: "OpenElectionRound", mode: "open", enBloc: true } as const;

  it("is one Ja or Nein on all of them", () => {
    const opened = stand.when(enBloc).thenAccepted();
    const yes = [1, 4, 5].reduce(
      (one, n) =>
        one
          .when({ type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false }, { actor: voter(n) })
          .thenAccepted(),
      opened,
    );
    const closed = yes.when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[1]).toMatchObject({
      elected: [voter(2), voter(3)],
      next: "done",
    });
  });

  it("ends with one objection, from whoever has a vote", () => {
    const object = { type: "ObjectToEnBloc" } as const;
    const ended = stand
      .when(enBloc)
      .thenAccepted()
      .when(object, { actor: voter(4) })
      .thenEvents([
        { type: "EnBlocObjected", election: 1, person: voter(4), seat: seat(4) },
        { type: "BallotCancelled", ballot: 1, reason: "Widerspruch gegen die Wahl en bloc" },
      ]);
    ended.when(object, { actor: voter(4) }).thenRefused("EnBlocObjectedAlready");
    ended.when(enBloc).thenRefused("NotEnBloc");
    ended.when({ type: "OpenElectionRound" }).thenAccepted();
  });

  it("is refused where the rules do not know it", () => {
    const never = election({ "election.enBloc": "never" })
      .when({ type: "Nominate", person: voter(2) })
      .thenAccepted();
    never.when(enBloc).thenRefused("NotEnBloc");
  });
});

describe("electing by lists", () => {
  const byLists = { "election.multi": "dHondt" };

  it("gives the seats to the people in the order of their list", () => {
    const lists = submit(submit(election(byLists), "Nord", 3, 2).thenAccepted(), "Süd", 4).thenAccepted();
    const opened = lists.when({ type: "OpenElectionRound", mode: "open" }).thenAccepted();
    const votes = [1, 2, 5].reduce((one, n) => mark(one, n, 3), mark(opened, 4, 4));
    const closed = votes.when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[1]).toMatchObject({
      elected: [voter(3), voter(2)],
      next: "done",
      open: 0,
    });
  });

  it("draws lots between those next on lists with the same quotient", () => {
    const lists = submit(submit(election(byLists), "Nord", 3, 2).thenAccepted(), "Süd", 4).thenAccepted();
    const opened = lists.when({ type: "OpenElectionRound", mode: "open" }).thenAccepted();
    const tied = mark(mark(mark(opened, 1, 3), 2, 3), 5, 4)
      .when({ type: "CloseBallot" })
      .thenAccepted();
    expect(entry(tied.state.elections.elections, 1)).toMatchObject({ status: "lot", standing: [voter(2), voter(4)] });
    const drawn = tied.when({ type: "DrawLot", witnesses: [voter(1)], chance: 1 }).thenAccepted();
    expect(entry(drawn.state.elections.elections, 1)?.elected.map(({ person }) => person)).toEqual([
      voter(3),
      voter(4),
    ]);
  });

  it("takes nobody on two lists, no list twice, and none where people are elected", () => {
    const one = submit(election(byLists), "Nord", 3).thenAccepted();
    submit(one, "Nord", 4).thenRefused("ListKnown");
    submit(one, "Süd", 3).thenRefused("OnAnotherList", { name: "Nord" });
    submit(election(), "Nord", 3).thenRefused("NoLists");
  });

  it("gives way to another method only by a unanimous vote", () => {
    const unless = { "election.multi": "dHondtUnlessUnanimous" };
    const vote = { type: "EnterMethodVote", yes: 4, abstain: 1 } as const;
    submit(
      election(unless)
        .when({ ...vote, no: 1 })
        .thenAccepted(),
      "Nord",
      3,
    ).thenAccepted();
    submit(
      election(unless)
        .when({ ...vote, no: 0 })
        .thenAccepted(),
      "Nord",
      3,
    ).thenRefused("NoLists");
    election(byLists)
      .when({ ...vote, no: 0 })
      .thenRefused("NoLists");
    election(unless)
      .when({ ...vote, no: -1 })
      .thenRefused("CountOutOfRange");
  });
});

describe("Ja and Nein for each candidate", () => {
  const round = { type: "OpenElectionRound", mode: "open" } as const;
  const stand = [2, 3, 4].reduce(
    (one, n) => one.when({ type: "Nominate", person: voter(n) }).thenAccepted(),
    election({ "election.multi": "yesNoRanked", "election.minYes": 2, "election.minShare": "none" }),
  );
  const opened = stand.when(round).thenAccepted();
  type Said = "yes" | "no" | "abstain";
  const answers = (...said: readonly (readonly [number, Said])[]) =>
    ({ kind: "perCandidate", answers: said.map(([n, choice]) => ({ person: voter(n), choice })) }) as const;
  const votes = (start: GivenCommittee, by: number, ...said: readonly (readonly [number, Said])[]) =>
    start.when({ type: "CastVote", vote: answers(...said), private: false }, { actor: voter(by) });

  it("is one vote with an answer to each, kept in the order of the ballot paper", () => {
    votes(opened, 1, [4, "no"], [2, "yes"], [3, "abstain"]).thenEvents([
      {
        type: "VoteCast",
        ballot: 1,
        seat: seat(1),
        person: voter(1),
        vote: answers([2, "yes"], [3, "abstain"], [4, "no"]),
      },
    ]);
  });

  it("takes no answer for given, none twice, and nobody who does not stand", () => {
    votes(opened, 1, [2, "yes"]).thenRefused("AnswersIncomplete", { missing: [voter(3), voter(4)], twice: [] });
    votes(opened, 1, [2, "yes"], [2, "no"], [3, "yes"], [4, "yes"]).thenRefused("AnswersIncomplete", {
      missing: [],
      twice: [voter(2)],
    });
    votes(opened, 1, [1, "yes"]).thenRefused("NotACandidate", { person: voter(1) });
  });

  it("is not answered with one Ja or with marks, and other ballots not with answers to each", () => {
    const cast = (start: GivenCommittee, vote: { kind: "question"; choice: "yes" } | ReturnType<typeof answers>) =>
      start.when({ type: "CastVote", vote, private: false }, { actor: voter(1) });
    cast(opened, { kind: "question", choice: "yes" }).thenRefused("WrongKindOfVote", { expected: "perCandidate" });
    const others = election()
      .when({ type: "Nominate", person: voter(2) })
      .thenAccepted();
    cast(others.when(round).thenAccepted(), answers([2, "yes"])).thenRefused("WrongKindOfVote", {
      expected: "candidates",
    });
  });

  it("is counted candidate by candidate, an abstention for each, and the Ja votes give the order", () => {
    const first = votes(opened, 1, [2, "yes"], [3, "yes"], [4, "no"]).thenAccepted();
    const second = votes(first, 5, [2, "abstain"], [3, "yes"], [4, "no"]).thenAccepted();
    const third = second
      .when({ type: "CastVote", vote: { kind: "abstain" }, private: false }, { actor: voter(2) })
      .thenAccepted();
    const { result } = third.when({ type: "CloseBallot" });
    const [closed, decided] = result.ok ? result.value.events : [];
    expect(closed).toMatchObject({
      counts: {
        yes: 0,
        no: 0,
        abstain: 0,
        answers: [
          { person: voter(2), yes: 1, no: 0, abstain: 2 },
          { person: voter(3), yes: 2, no: 0, abstain: 1 },
          { person: voter(4), yes: 0, no: 2, abstain: 1 },
        ],
      },
      voted: 3,
    });
    expect(decided).toMatchObject({ elected: [voter(3)], next: "nextBallot", open: 1 });
  });

  it("goes into the box the same for an abstention as for answers, so that its length tells nothing", () => {
    const secret = stand.when({ ...round, mode: "secret" }).thenAccepted();
    const vote = { kind: "abstain" } as const;
    const { result } = secret.when({ type: "CastVote", vote, private: true }, { actor: voter(1) });
    expect(result.ok && result.value.sealed?.content).toBe(
      JSON.stringify(answers([2, "abstain"], [3, "abstain"], [4, "abstain"])),
    );
  });

  it("asks a single candidate's Ja or Nein plainly, for several places too", () => {
    const alone = election({ "election.multi": "yesNoRanked" })
      .when({ type: "Nominate", person: voter(2) })
      .thenAccepted()
      .when(round)
      .thenAccepted();
    expect(entry(alone.state.ballots.ballots, 1)).toMatchObject({ marks: 0, candidates: [voter(2)] });
  });
});
