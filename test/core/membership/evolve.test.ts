import { describe, expect, test } from "vitest";
import { seatId } from "../../../src/core/kernel/ids.ts";
import type { MembershipEvent } from "../../../src/core/membership/events.ts";
import {
  displayName,
  holdersOf,
  personOn,
  rolesOf,
  seatsOn,
  substitutesOf,
  votersOf,
  withOrganization,
} from "../../../src/core/membership/queries.ts";
import {
  committeeOf,
  day,
  evolved,
  given,
  office,
  officeKey,
  organization,
  organizationKey,
  person,
  personKey,
} from "./committee-fixture.ts";

const jugendamt = organization("jugendamt", { name: "Jugendamt", kind: "public", seats: 2 });
const regenbogen = organization("regenbogen", { name: "Regenbogen e. V.", shortName: "Regenbogen" });
const advisor = person("beirat", { name: "Beirat", role: "advisory" }, "regenbogen").record;
const keys = (people: readonly { person: string }[]) => people.map((one) => one.person);

const state = committeeOf({
  organizations: [jugendamt, regenbogen],
  people: [
    person("schulz", { salutation: "Frau", name: "Schulz" }, "jugendamt"),
    person("weber", { seat: seatId(organizationKey("jugendamt"), 2) }, "jugendamt"),
    person("lindner", { salutation: "Herr", name: "Lindner" }, "regenbogen"),
    person("otto", { role: "substitute" }, "regenbogen"),
    person("pohlmann", { givenName: "Peter", name: "Pohlmann" }),
  ],
  offices: [
    office("geschaeftsfuehrung", { kind: "office" }, ["schulz"]),
    office("sprecher", { kind: "chair", holders: 2 }, ["lindner"]),
    office("beauftragte", { kind: "other" }, ["otto"]),
  ],
});
const today = day("2023-01-27");

describe("Sitze und Rollen an einem Tag", () => {
  test("ein Träger mit zwei Sitzen hat zwei Stimmen mit eigenen Namen", () => {
    expect(seatsOn(state, today)).toEqual([
      { seat: "jugendamt", organization: "jugendamt", name: "Jugendamt (Sitz 1)" },
      { seat: "jugendamt#2", organization: "jugendamt", name: "Jugendamt (Sitz 2)" },
      { seat: "regenbogen", organization: "regenbogen", name: "Regenbogen" },
    ]);
    expect(seatsOn(state, day("2022-12-31"))).toEqual([]);
  });

  test("stimmberechtigt und stellvertretend ist man für den eigenen Sitz", () => {
    expect(keys(votersOf(state, seatId(organizationKey("jugendamt"), 2), today))).toEqual(["weber"]);
    expect(keys(votersOf(state, seatId(organizationKey("regenbogen"), 1), today))).toEqual(["lindner"]);
    expect(keys(substitutesOf(state, seatId(organizationKey("regenbogen"), 1), today))).toEqual(["otto"]);
  });

  test("Rollen sind Ämter und Mitgliedschaft zusammen; ein sonstiges Amt gibt keine", () => {
    const roles = (key: string) => [...rolesOf(state, personKey(key), today)].sort();
    expect(roles("schulz")).toEqual(["office", "voting"]);
    expect(roles("lindner")).toEqual(["chair", "voting"]);
    expect(roles("otto")).toEqual(["substitute"]);
    expect(roles("pohlmann")).toEqual(["guest"]);
    expect(roles("niemand")).toEqual([]);
    expect(rolesOf(state, personKey("schulz"), day("2022-01-01")).size).toBe(0);
  });

  test("mit dem Träger endet das Stimmrecht seiner Leute, auch in Ämtern", () => {
    const left = evolved(state, [
      { type: "OrganizationLeft", organization: organizationKey("regenbogen"), until: day("2023-06-30") },
    ]);
    expect(rolesOf(left, personKey("lindner"), day("2023-06-30")).has("voting")).toBe(true);
    expect(rolesOf(left, personKey("lindner"), day("2023-07-01")).size).toBe(0);
    expect(keys(holdersOf(left, "chair", day("2023-07-01")))).toEqual([]);
    expect(seatsOn(left, day("2023-07-01")).map(({ seat }) => seat)).toEqual(["jugendamt", "jugendamt#2"]);
  });

  test("wessen Sitz wegfällt, gehört noch dazu, stimmt aber nicht mehr", () => {
    const fewer = evolved(state, [
      { type: "OrganizationChanged", record: { ...jugendamt.record, seats: 1 }, from: day("2023-03-01") },
    ]);
    expect([...rolesOf(fewer, personKey("weber"), day("2023-02-28"))]).toEqual(["voting"]);
    expect([...rolesOf(fewer, personKey("weber"), day("2023-03-01"))]).toEqual([]);
    expect(personOn(fewer, personKey("weber"), day("2023-03-01"))).toBeDefined();
    expect(votersOf(fewer, seatId(organizationKey("jugendamt"), 2), day("2023-03-01"))).toEqual([]);
  });
});

describe("Änderungen mit Datum", () => {
  const voting = person("beirat", { name: "Beirat" }, "regenbogen").record;
  const joined = { type: "PersonJoined", record: advisor, from: day("2023-01-01") } as const;
  const founded = given({ type: "OrganizationJoined", record: regenbogen.record, from: day("2023-01-01") }, joined);
  const roleOn = (date: string, ...events: readonly MembershipEvent[]) =>
    personOn(evolved(founded, events), personKey("beirat"), day(date))?.role;
  const promoted = { type: "PersonChanged", record: voting, from: day("2023-05-01") } as const;
  const left = (until: string) => ({ type: "PersonLeft", person: personKey("beirat"), until: day(until) }) as const;

  test("eine neue Rolle gilt ab ihrem Tag, die alte bis zum Tag davor", () => {
    expect(roleOn("2023-04-30", promoted)).toBe("advisory");
    expect(roleOn("2023-05-01", promoted)).toBe("voting");
  });

  test("der letzte Tag zählt noch mit", () => {
    expect(roleOn("2023-03-31", left("2023-03-31"))).toBe("advisory");
    expect(roleOn("2023-04-01", left("2023-03-31"))).toBeUndefined();
  });

  test("wer vor einer angekündigten Änderung geht, bekommt sie nicht mehr", () => {
    expect(roleOn("2023-03-31", promoted, left("2023-03-31"))).toBe("advisory");
    expect(roleOn("2023-05-01", promoted, left("2023-03-31"))).toBeUndefined();
  });

  test("wer wiederkommt, war dazwischen kein Mitglied", () => {
    const again = { ...joined, from: day("2024-01-01") };
    expect(roleOn("2023-03-01", left("2023-03-31"), again)).toBe("advisory");
    expect(roleOn("2023-10-01", left("2023-03-31"), again)).toBeUndefined();
    expect(roleOn("2024-01-01", left("2023-03-31"), again)).toBe("advisory");
  });

  test("ein berichtigter Beginn ersetzt den alten", () => {
    const later = { ...joined, from: day("2023-02-01") };
    expect(roleOn("2023-01-31", later)).toBeUndefined();
    expect(roleOn("2023-02-01", later)).toBe("advisory");
  });

  test("eine rückwirkende Änderung ersetzt alles, was später gelten sollte", () => {
    const back = { ...promoted, record: voting, from: day("2023-02-01") };
    expect(roleOn("2023-06-01", promoted, { ...back, record: advisor })).toBe("advisory");
    expect(roleOn("2023-02-01", promoted, back)).toBe("voting");
    expect(roleOn("2023-01-31", promoted, back)).toBe("advisory");
  });
});

describe("Namen", () => {
  test("mit Anrede, sonst mit Vornamen, mit Träger in seiner kurzen Form", () => {
    const [lindner, pohlmann] = [state.people.get(personKey("lindner")), state.people.get(personKey("pohlmann"))];
    if (lindner === undefined || pohlmann === undefined) throw new Error("the fixture has both");
    expect(displayName(lindner)).toBe("Herr Lindner");
    expect(displayName(pohlmann)).toBe("Peter Pohlmann");
    expect(withOrganization(state, lindner)).toBe("Herr Lindner (Regenbogen)");
    expect(withOrganization(state, pohlmann)).toBe("Peter Pohlmann");
  });
});

test("ein Ereignis über Unbekanntes ist ein Programmfehler", () => {
  const assigned = { person: personKey("x"), from: today, origin: "file" } as const;
  expect(() => given({ type: "OfficeAssigned", office: officeKey("fehlt"), ...assigned })).toThrow("fehlt");
  expect(() => given({ type: "PersonLeft", person: personKey("fehlt"), until: today })).toThrow("fehlt");
});
