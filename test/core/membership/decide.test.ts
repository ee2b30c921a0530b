import { describe, expect, test } from "vitest";
import type { CommitteeFile } from "../../../src/core/membership/committee-file.ts";
import { decideMembership, type MembershipCommand } from "../../../src/core/membership/decide.ts";
import type { MembershipEvent } from "../../../src/core/membership/events.ts";
import { personOn } from "../../../src/core/membership/queries.ts";
import type { MembershipRefusal } from "../../../src/core/membership/refusal.ts";
import type { MembershipState } from "../../../src/core/membership/state.ts";
import {
  accountKey,
  committeeFile,
  committeeOf,
  day,
  evolved,
  given,
  office,
  officeKey,
  organization,
  person,
  personKey,
  roomKey,
} from "./committee-fixture.ts";

const today = day("2023-01-27");
const yesterday = day("2023-01-26");

function eventsOf(state: MembershipState, command: MembershipCommand): readonly MembershipEvent[] {
  const decision = decideMembership(state, command);
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.error)}`);
  return decision.value;
}

function refusalOf(state: MembershipState, command: MembershipCommand): MembershipRefusal {
  const decision = decideMembership(state, command);
  if (decision.ok) throw new Error(`not refused: ${JSON.stringify(decision.value)}`);
  return decision.error;
}

const importing = (desired: CommitteeFile): MembershipCommand => ({ type: "ImportCommittee", desired, today });

const problemsOf = (state: MembershipState, desired: CommitteeFile) => {
  const refusal = refusalOf(state, importing(desired));
  return refusal.code === "ImportRefused" ? refusal.problems : [];
};

const organizations = [organization("regenbogen"), organization("kinderschutzbund")];
const lindner = person("lindner", {}, "regenbogen");
const jansen = person("jansen", { role: "advisory" }, "kinderschutzbund");

describe("Import einer Gremiumsdatei", () => {
  test("gründet das Gremium mit dem Tag, den die Datei für alles angibt", () => {
    const file = committeeFile({ since: day("2022-06-23"), organizations, people: [lindner] });
    const events = eventsOf(given(), importing(file));
    expect(events.map(({ type }) => type)).toEqual([
      "CommitteeFounded",
      "OrganizationJoined",
      "OrganizationJoined",
      "PersonJoined",
    ]);
    expect(events[3]).toMatchObject({ from: "2022-06-23" });
  });

  test("ein zweiter Import derselben Datei ändert nichts", () => {
    const file = committeeFile({ organizations, people: [lindner, jansen] });
    expect(eventsOf(evolved(given(), eventsOf(given(), importing(file))), importing(file))).toEqual([]);
  });

  test("wer in der Datei fehlt, war gestern zuletzt dabei", () => {
    const state = committeeOf({ organizations, people: [lindner, jansen] });
    expect(eventsOf(state, importing(committeeFile({ organizations, people: [lindner] })))).toEqual([
      { type: "PersonLeft", person: "jansen", until: yesterday },
    ]);
  });

  test("mit einem Träger gehen auch seine Leute", () => {
    const state = committeeOf({ organizations, people: [lindner, jansen] });
    const file = committeeFile({ organizations: [organization("regenbogen")], people: [lindner] });
    expect(eventsOf(state, importing(file)).map(({ type }) => type)).toEqual(["PersonLeft", "OrganizationLeft"]);
  });

  test("eine Änderung gilt ab heute, mit neuem Datum ab diesem", () => {
    const state = committeeOf({ organizations, people: [jansen] });
    const voting = person("jansen", {}, "kinderschutzbund");
    const dated = person("jansen", {}, "kinderschutzbund", { since: "2023-03-01" });
    const change = (file: typeof voting) =>
      eventsOf(state, importing(committeeFile({ organizations, people: [file] })));
    expect(change(voting)).toMatchObject([{ type: "PersonChanged", record: { role: "voting" }, from: today }]);
    expect(change(dated)).toMatchObject([{ type: "PersonChanged", from: "2023-03-01" }]);
  });

  test("ein bekanntes Datum neben einer neuen Rolle wirkt nicht zurück", () => {
    const state = committeeOf({ organizations, people: [jansen] });
    const voting = person("jansen", {}, "kinderschutzbund", { since: "2023-01-01" });
    expect(eventsOf(state, importing(committeeFile({ organizations, people: [voting] })))).toMatchObject([
      { type: "PersonChanged", from: today },
    ]);
  });

  test("wer den Träger wechselt, behält Schlüssel und Konto", () => {
    const linked = committeeOf({ organizations, people: [jansen] });
    const account = accountKey("matrix:@jansen:example.org");
    const state = evolved(linked, [{ type: "AccountLinked", person: personKey("jansen"), account }]);
    const file = committeeFile({ organizations, people: [person("jansen", {}, "regenbogen")] });
    const moved = evolved(state, eventsOf(state, importing(file)));
    expect(moved.accounts.get(account)).toBe("jansen");
    expect(personOn(moved, personKey("jansen"), today)).toMatchObject({ organization: "regenbogen" });
    expect(personOn(moved, personKey("jansen"), yesterday)).toMatchObject({ organization: "kinderschutzbund" });
  });

  test("Abschnitte, die in der Datei fehlen, bleiben wie sie sind", () => {
    const room = { room: roomKey("console:traeger"), name: "Träger" };
    const state = evolved(committeeOf({ organizations, offices: [office("sprecher")] }), [
      { type: "RoomBound", record: room },
      { type: "StandingItemsSet", opening: [{ title: "Begrüßung", deciding: false }], closing: [] },
    ]);
    expect(eventsOf(state, importing(committeeFile({ organizations })))).toEqual([]);
    const emptied = committeeFile({
      organizations,
      rooms: [],
      offices: [],
      standingItems: { opening: [], closing: [] },
    });
    expect(eventsOf(state, importing(emptied)).map(({ type }) => type)).toEqual([
      "OfficeAbolished",
      "RoomUnbound",
      "StandingItemsSet",
    ]);
  });

  test("die Geschäftsordnung wird nur neu beschlossen, wenn sie sich unterscheidet", () => {
    const rules = { title: "GO", profile: "ag78-standard", settings: { "quorum.kind": { value: "moreThanHalf" } } };
    const file = committeeFile({ organizations, rules });
    const state = evolved(committeeOf({ organizations }), [{ type: "RulesAdopted", rules }]);
    expect(eventsOf(state, importing(file))).toEqual([]);
    const other = { ...rules, settings: { "quorum.kind": { value: "atLeastHalf" } } };
    expect(eventsOf(state, importing({ ...file, rules: other }))).toEqual([{ type: "RulesAdopted", rules: other }]);
  });
});

describe("Ämter beim Import", () => {
  const people = [lindner, jansen];
  const spokesperson = (holders: readonly string[] = [], isComplete = false, places = 1) =>
    office("sprecher", { kind: "chair", holders: places }, holders, isComplete);
  const file = (...offices: readonly ReturnType<typeof office>[]) => committeeFile({ organizations, people, offices });
  const holding = (key: string, origin: "file" | "election", places = 1) =>
    evolved(committeeOf({ organizations, people, offices: [spokesperson([], false, places)] }), [
      {
        type: "OfficeAssigned",
        office: officeKey("sprecher"),
        person: personKey(key),
        from: day("2023-01-02"),
        origin,
      },
    ]);

  test("was die Datei vergeben hat, nimmt die Datei zurück", () => {
    expect(eventsOf(holding("lindner", "file"), importing(file(spokesperson())))).toEqual([
      { type: "OfficeVacated", office: "sprecher", person: "lindner", until: yesterday },
    ]);
  });

  test("ein Amt durch Wahl bleibt, wenn die Datei keine Inhaber*innen nennt", () => {
    expect(eventsOf(holding("lindner", "election"), importing(file(spokesperson())))).toEqual([]);
  });

  test("ein Amt durch Wahl endet, wenn die Datei am Amt ausdrücklich andere oder niemanden nennt", () => {
    const events = eventsOf(holding("lindner", "election"), importing(file(spokesperson(["jansen"], true))));
    expect(events.map(({ type }) => type)).toEqual(["OfficeVacated", "OfficeAssigned"]);
    expect(eventsOf(holding("lindner", "election"), importing(file(spokesperson([], true))))).toHaveLength(1);
  });

  test("wer geht, verliert das Amt, auch ein gewähltes", () => {
    const gone = committeeFile({ organizations, people: [jansen], offices: [spokesperson()] });
    const events = eventsOf(holding("lindner", "election"), importing(gone));
    expect(events.map(({ type }) => type)).toEqual(["PersonLeft", "OfficeVacated"]);
    const { offices: _, ...withoutOffices } = gone;
    expect(eventsOf(holding("lindner", "election"), importing(withoutOffices))).toEqual(events);
  });

  test("mehr Inhaber*innen als Plätze werden abgelehnt, gewählte zählen mit", () => {
    expect(problemsOf(holding("lindner", "election"), file(spokesperson(["jansen"])))).toMatchObject([
      { code: "OfficeOverfull", places: 1, holders: ["lindner", "jansen"] },
    ]);
    expect(
      eventsOf(holding("lindner", "election", 2), importing(file(spokesperson(["jansen"], false, 2)))),
    ).toHaveLength(1);
  });

  test("ein durch Wahl besetztes Amt verschwindet nicht, weil die Datei es vergisst", () => {
    const forgotten = file(office("schriftfuehrung", { kind: "minuteTaker" }));
    expect(problemsOf(holding("lindner", "election"), forgotten)).toMatchObject([
      { code: "ElectedOfficeMissing", title: "sprecher", holders: ["lindner"] },
    ]);
    expect(eventsOf(holding("lindner", "file"), importing(forgotten)).map(({ type }) => type)).toEqual([
      "OfficeAbolished",
      "OfficeEstablished",
    ]);
  });

  test("Inhaber*innen müssen dazugehören", () => {
    expect(problemsOf(given(), file(spokesperson(["niemand"])))).toEqual([
      { code: "HolderNotMember", title: "sprecher", person: "niemand" },
    ]);
  });
});

test("eine Datei, die nicht zusammenpasst, wird mit allen Gründen auf einmal abgelehnt", () => {
  const file = committeeFile({
    organizations: [
      organization("a", { seats: 0 }),
      organization("a"),
      organization("b", {}, { since: "2023-02-01", until: "2023-01-01" }),
    ],
    people: [
      person("x", {}, "fehlt"),
      person("y", { role: "voting" }),
      person("z", { seat: organization("b#2").record.organization as never }, "b"),
    ],
  });
  expect(problemsOf(given(), file).map(({ code }) => code)).toEqual([
    "KeyTwice",
    "UntilBeforeSince",
    "OrganizationUnknown",
    "SeatMissing",
    "SeatUnknown",
  ]);
  expect(problemsOf(given(), committeeFile({})).map(({ code }) => code)).toEqual(["NoOrganization"]);
});

describe("Konto verknüpfen", () => {
  const base = committeeOf({ organizations, people: [lindner, jansen] });
  const account = accountKey("console:lindner");
  const validUntil = day("2023-02-10");
  const issued = evolved(base, [
    { type: "LinkCodeIssued", person: personKey("lindner"), codeHash: "hash-1", validUntil },
  ]);
  const link = (codeHash: string, date = today, konto = account): MembershipCommand => ({
    type: "LinkAccount",
    account: konto,
    codeHash,
    today: date,
  });
  const issue = (key: string, codeHash: string): MembershipCommand => ({
    type: "IssueLinkCode",
    person: personKey(key),
    codeHash,
    validUntil,
    today,
  });

  test("mit gültigem Code gehört das Konto zur Person", () => {
    expect(eventsOf(issued, link("hash-1"))).toEqual([{ type: "AccountLinked", person: "lindner", account }]);
    expect(eventsOf(issued, link("hash-1", validUntil))).toHaveLength(1);
  });

  test("ein falscher, ein abgelaufener und ein verbrauchter Code werden unterschieden", () => {
    const used = evolved(issued, eventsOf(issued, link("hash-1")));
    expect(refusalOf(issued, link("hash-2"))).toEqual({ code: "LinkCodeWrong" });
    expect(refusalOf(issued, link("hash-1", day("2023-02-11")))).toEqual({ code: "LinkCodeExpired", validUntil });
    expect(refusalOf(used, link("hash-1", today, accountKey("matrix:@x:example.org")))).toEqual({
      code: "LinkCodeSpent",
    });
  });

  test("dieselbe Nachricht ein zweites Mal ändert nichts", () => {
    const used = evolved(issued, eventsOf(issued, link("hash-1")));
    expect(eventsOf(used, link("hash-1"))).toEqual([]);
    expect(eventsOf(issued, issue("lindner", "hash-1"))).toEqual([]);
  });

  test("ein neuer Code macht den alten ungültig", () => {
    const renewed = evolved(issued, eventsOf(issued, issue("lindner", "hash-2")));
    expect(refusalOf(renewed, link("hash-1"))).toEqual({ code: "LinkCodeSpent" });
    expect(eventsOf(renewed, link("hash-2"))).toHaveLength(1);
  });

  test("ein Code, den schon jemand hat oder hatte, wird nicht noch einmal vergeben", () => {
    const used = evolved(issued, eventsOf(issued, link("hash-1")));
    expect(refusalOf(issued, issue("jansen", "hash-1"))).toEqual({ code: "LinkCodeTaken" });
    expect(refusalOf(used, issue("lindner", "hash-1"))).toEqual({ code: "LinkCodeTaken" });
  });

  test("ein Konto, das jemand anderem gehört, wird nicht umgehängt", () => {
    const taken = evolved(issued, [{ type: "AccountLinked", person: personKey("jansen"), account }]);
    expect(refusalOf(taken, link("hash-1"))).toEqual({ code: "AccountTaken", account, person: "jansen" });
  });

  test("nur Mitglieder bekommen einen Code und können ihn einlösen", () => {
    const left = evolved(issued, [{ type: "PersonLeft", person: personKey("lindner"), until: yesterday }]);
    expect(refusalOf(left, link("hash-1"))).toEqual({ code: "PersonNotMember", person: "lindner" });
    expect(refusalOf(left, issue("lindner", "hash-3"))).toEqual({ code: "PersonNotMember", person: "lindner" });
    expect(refusalOf(base, issue("niemand", "hash-3"))).toEqual({ code: "UnknownPerson", person: "niemand" });
  });

  test("lösen lässt sich nur, was verknüpft ist", () => {
    const linked = evolved(base, [{ type: "AccountLinked", person: personKey("jansen"), account }]);
    expect(eventsOf(linked, { type: "UnlinkAccount", account })).toEqual([
      { type: "AccountUnlinked", person: "jansen", account },
    ]);
    expect(refusalOf(base, { type: "UnlinkAccount", account })).toEqual({ code: "AccountNotLinked", account });
  });
});
