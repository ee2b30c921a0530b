import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { given } from "../../support/given.ts";
import { day } from "../../support/keys.ts";
import { officePerson, seat, smallCommittee, substitute, voter } from "../../support/small-committee.ts";
import {
  closed,
  everybody,
  founded,
  lastDay,
  linked,
  object,
  running,
  start,
  vote,
  voting,
} from "../../support/written-procedures.ts";

describe("starting a written procedure", () => {
  it("plans its closing for the end of its last day, and two reminders", () => {
    const { result } = founded().when(start());
    const jobs = result.ok ? result.value.jobs : [];
    expect(jobs?.map(({ id, day: on, time }) => [id, on, time])).toEqual([
      ["umlauf-1-halfway", "2023-02-01", "10:00"],
      // The day before is a Sunday.
      ["umlauf-1-dayBefore", "2023-02-04", "10:00"],
      ["umlauf-1-schluss", "2023-02-07", "00:00"],
    ]);
  });

  it("notes the seats nobody of which can be written to, and that they got the wording otherwise", () => {
    const committee = given([...smallCommittee(), ...linked(everybody.slice(0, 4))])
      .when(start())
      .thenAccepted();
    const deliver = (n: number): Command => ({ type: "RecordWrittenDelivery", procedure: 1, seat: seat(n) });
    expect([...(entry(committee.state.writtenProcedures.procedures, 1)?.unreached ?? [])]).toEqual([seat(5)]);
    const votes = voting(
      committee,
      [voter(1), voter(2), voter(3)].map((one) => [one, "yes"] as const),
    );
    expect(closed(votes)).toMatchObject({ outcome: "void", reason: "notDeliveredToAll" });
    committee.when(deliver(1)).thenRefused("DeliveryUnchanged");
    expect(closed(votes.when(deliver(5)).thenAccepted())).toMatchObject({ outcome: "carried" });
  });

  it("is refused for a period that is too short, an excluded subject, and the same wording again", () => {
    founded({ "umlauf.binding": { value: "must" } })
      .when({ ...start(), lastDay: day("2023-02-01") } as Command)
      .thenRefused("WrittenPeriodRefused");
    founded({ "umlauf.binding": { value: "should" } })
      .when({ ...start(), lastDay: day("2023-02-01") } as Command)
      .thenAccepted();
    founded()
      .when({ ...start(), subject: "wahl" } as Command)
      .thenRefused("WrittenNotAdmitted");
    running().when(start()).thenRefused("WrittenProcedureExists", { procedure: 1 });
    running().when(start("Etwas anderes.")).thenAccepted();
  });

  it("is for chair and office, and where the rules say so for the chair alone", () => {
    founded()
      .when(start(), { actor: voter(2) })
      .thenRefused("NotAllowed");
    const chairOnly = founded({ "umlauf.admission": { value: "chair" } });
    chairOnly.when(start(), { actor: officePerson }).thenRefused("WrittenNotAdmitted");
    chairOnly.when(start(), { actor: voter(1) }).thenAccepted();
  });

  it("rests on a resolution where the rules ask for an authorization", () => {
    const asked = founded({ "umlauf.admission": { value: "authorized" } });
    asked.when(start()).thenRefused("WrittenNotAdmitted");
    asked.when({ ...start(), authorization: "2023-9" } as Command).thenRefused("UnknownResolution");
  });

  it("can be taken back until somebody has voted", () => {
    running().when({ type: "RevertLast" }).thenTypes(["EntryReverted"]);
    voting(running(), [[voter(2), "yes"]])
      .when({ type: "RevertLast" })
      .thenRefused("DependedOn");
  });
});

describe("voting in a written procedure", () => {
  it("counts one vote per seat: the member's takes the place of the substitute's, never the other way round", () => {
    const first = running()
      .when(vote("no"), { actor: substitute(1) })
      .thenAccepted();
    const both = first
      .when(vote("yes"), { actor: voter(1) })
      .thenEvents([
        { type: "WrittenVoteCast", procedure: 1, seat: seat(1), person: voter(1), choice: "yes", by: "member" },
      ]);
    both.when(vote("no"), { actor: substitute(1) }).thenRefused("WrittenSeatHasVoted", { by: voter(1) });
    expect(entry(both.state.writtenProcedures.procedures, 1)?.votes.size).toBe(1);
    const asWritten = running({ "umlauf.memberReplacesSubstitute": { value: false } });
    asWritten
      .when(vote("no"), { actor: substitute(1) })
      .thenAccepted()
      .when(vote("yes"), { actor: voter(1) })
      .thenRefused("WrittenSeatHasVoted");
  });

  it("can be changed by the same person as the rules allow; the same again changes nothing", () => {
    const once = voting(running(), [[voter(1), "yes"]]);
    once.when(vote("yes"), { actor: voter(1) }).thenRefused("VoteUnchanged");
    once.when(vote("no"), { actor: voter(1) }).thenAccepted();
    voting(running({ "vote.change": { value: "never" } }), [[voter(1), "yes"]])
      .when(vote("no"), { actor: voter(1) })
      .thenRefused("VoteFinal");
  });

  it("is over with the last local day, before anything was closed", () => {
    running()
      .when(vote("yes"), { actor: voter(1), today: lastDay })
      .thenAccepted();
    running()
      .when(vote("yes"), { actor: voter(1), today: day("2023-02-07") })
      .thenRefused("WrittenProcedureIsOver", { status: "expired" });
    running()
      .when(vote("yes", 7), { actor: voter(1) })
      .thenRefused("UnknownWrittenProcedure", { open: [1] });
  });

  it("leaves out a seat that is recused, with the vote it had given", () => {
    const declared = voting(running(), [[voter(2), "yes"]])
      .when({ type: "DeclareWrittenConflict", procedure: 1 }, { actor: voter(2) })
      .thenAccepted();
    declared.when(vote("yes"), { actor: voter(2) }).thenRefused("WrittenSeatRecused");
    expect(entry(declared.state.writtenProcedures.procedures, 1)?.votes.size).toBe(0);
    declared
      .when({ type: "LiftWrittenConflict", procedure: 1, seat: seat(2) })
      .thenAccepted()
      .when(vote("no"), { actor: voter(2) })
      .thenAccepted();
  });

  it("closes early only where the rules allow it, with the vote that settles it", () => {
    const rules = { "umlauf.earlyClose": { value: true }, "umlauf.majority": { value: "allEntitled" } };
    const two = voting(running(rules), [
      [voter(1), "yes"],
      [voter(2), "yes"],
    ]);
    two.when(vote("yes"), { actor: voter(3) }).thenTypes(["WrittenVoteCast", "WrittenProcedureClosed"]);
    const granted = { ...rules, "umlauf.objection": { value: { kind: "any" } } };
    voting(running(granted), [
      [voter(1), "yes"],
      [voter(2), "yes"],
    ])
      .when(vote("yes"), { actor: voter(3) })
      .thenTypes(["WrittenVoteCast"]);
  });
});

describe("objecting to the procedure", () => {
  it("voids it at the end, and can be withdrawn until then", () => {
    const votes = voting(
      running(),
      everybody.slice(0, 4).map((one) => [one, "yes"] as const),
    );
    const objected = votes.when(object, { actor: voter(5) }).thenAccepted();
    objected.when(object, { actor: voter(5) }).thenRefused("ObjectionUnchanged", { raised: true });
    expect(closed(objected)).toMatchObject({ outcome: "void", reason: "objections" });
    const withdrawn = objected.when({ type: "WithdrawObjection", procedure: 1 }, { actor: voter(5) }).thenAccepted();
    expect(closed(withdrawn)).toMatchObject({ outcome: "carried", reference: "2023-1" });
  });

  it("is not there where the rules know none", () => {
    running({ "umlauf.objection": { value: { kind: "never" } } })
      .when(object, { actor: voter(5) })
      .thenRefused("ObjectionNotProvided");
  });

  it("is a Nein too, where silence consents, and nobody is counted twice", () => {
    const rules = {
      "umlauf.silence": { value: "consent" },
      "umlauf.objection": { value: { kind: "count", n: 2 } },
    };
    const one = voting(running(rules), [[voter(1), "no"]])
      .when(object, { actor: voter(1) })
      .thenAccepted();
    expect(closed(one)).toMatchObject({ outcome: "carried", numbers: { objections: 1, no: 1, silent: 4 } });
    expect(closed(voting(one, [[voter(2), "no"]]))).toMatchObject({ outcome: "void" });
  });
});
