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
