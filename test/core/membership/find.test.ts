import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findOrganization, findPeople, findSeat } from "../../../src/core/membership/find.ts";
import { committeeOf, day, organization, person } from "./committee-fixture.ts";

const today = day("2023-01-27");
const state = committeeOf({
  organizations: [
    organization("regenbogen", { name: "Regenbogen e. V.", shortName: "Regenbogen" }),
    organization("kinderschutzbund", { name: "Deutscher Kinderschutzbund" }),
    organization("jugendamt", { name: "Jugendamt", seats: 2 }),
  ],
  people: [
    person("jansen", { salutation: "Frau", givenName: "Maria", name: "Jansen" }, "kinderschutzbund"),
    person("mueller", { salutation: "Herr", name: "Müller" }, "regenbogen"),
    person("mueller-2", { salutation: "Frau", name: "Müller" }, "jugendamt"),
    person("mueller-3", { salutation: "Frau", name: "Müller" }, "kinderschutzbund"),
    person("grosse", { salutation: "Frau", name: "Dr. Große-Östermann" }, "jugendamt"),
  ],
});

const keysOf = (typed: string): string => {
  const result = findPeople(state, typed, today);
  if (result.kind === "one") return result.value.person;
  const list = result.kind === "several" ? result.candidates : result.suggestions;
  return `${result.kind}: ${list.map((one) => one.person).join(", ")}`;
};

describe("Personen nach getipptem Namen", () => {
  test.each([
    ["Jansen", "jansen"],
    ["Frau Jansen", "jansen"],
    ["  frau   JANSEN ", "jansen"],
    ["@Jansen", "jansen"],
    ["@jansen,", "jansen"],
    ["Maria Jansen", "jansen"],
    ["Frau Maria Jansen", "jansen"],
    ["Fr. Jansen", "jansen"],
    ["Jansen (Kinderschutzbund)", "jansen"],
    ["Herr Müller", "mueller"],
    ["Herrn Mueller", "mueller"],
    ["Müller (Regenbogen)", "mueller"],
    ["mueller (regenbogen e. v.)", "mueller"],
    ["Frau Müller (Jugendamt)", "mueller-2"],
    ["mueller-3", "mueller-3"],
    ["@mueller", "mueller"],
    ["Frau Grosse-Oestermann", "grosse"],
    ["Frau Dr. Große-Östermann", "grosse"],
  ])("%s ist genau eine Person", (typed, expected) => expect(keysOf(typed)).toBe(expected));

  test("gleiche Namen führen zur Auswahl, auch wenn einer davon ein Schlüssel ist", () => {
    expect(keysOf("Müller")).toBe("several: mueller, mueller-2, mueller-3");
    expect(keysOf("mueller")).toBe("several: mueller, mueller-2, mueller-3");
    expect(keysOf("Frau Müller")).toBe("several: mueller-2, mueller-3");
  });

  test("eine falsche Anrede wird nicht übergangen, sondern nachgefragt", () => {
    expect(keysOf("Herr Jansen")).toBe("none: jansen");
  });

  test("ein falscher Träger wird nicht übergangen, sondern nachgefragt", () => {
    expect(keysOf("Jansen (Regenbogen)")).toBe("none: jansen");
  });

  test("ein Tippfehler führt zu Vorschlägen", () => {
    expect(keysOf("Jannsen")).toBe("none: jansen");
    expect(keysOf("Muller")).toBe("none: mueller, mueller-2, mueller-3");
    expect(keysOf("Xylander")).toBe("none: ");
    expect(keysOf("")).toBe("none: ");
  });

  test("wer nicht oder nicht mehr dazugehört, wird nicht gefunden", () => {
    expect(findPeople(state, "Jansen", day("2022-12-31")).kind).toBe("none");
  });

  test("kein Text bringt die Suche zum Absturz", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => void findPeople(state, typed, today)),
    );
  });
});

describe("Träger und Sitze nach getipptem Namen", () => {
  const organizationOf = (typed: string) => {
    const result = findOrganization(state, typed, today);
    return result.kind === "one" ? result.value.organization : result.kind;
  };
  const seatsOf = (typed: string) => {
    const result = findSeat(state, typed, today);
    if (result.kind === "one") return [result.value.seat];
    return result.kind === "several"
      ? result.candidates.map(({ seat }) => seat)
      : result.suggestions.map(({ seat }) => seat);
  };

  test("Name, Kurzname, Schlüssel und ein ganzes Wort daraus genügen", () => {
    expect(["Regenbogen", "regenbogen e. v.", "@regenbogen"].map(organizationOf)).toEqual(Array(3).fill("regenbogen"));
    expect(organizationOf("Kinderschutzbund")).toBe("kinderschutzbund");
    expect(organizationOf("schutzbund")).toBe("none");
  });

  test("zwei Sitze eines Trägers werden einzeln angesprochen oder zur Auswahl gestellt", () => {
    expect(seatsOf("Jugendamt")).toEqual(["jugendamt", "jugendamt#2"]);
    for (const typed of ["Jugendamt 2", "jugendamt#2", "Jugendamt (Sitz 2)", "jugendamt sitz 2"]) {
      expect(seatsOf(typed)).toEqual(["jugendamt#2"]);
    }
    expect(seatsOf("Regenbogen")).toEqual(["regenbogen"]);
    expect(seatsOf("Regnbogen")).toEqual(["regenbogen"]);
  });
});
