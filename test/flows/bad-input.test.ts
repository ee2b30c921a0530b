import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/adapters/storage/memory-store.ts";
import { entries } from "../../src/core/kernel/table.ts";
import { commandTable } from "../../src/flows/command-table/command-table.ts";
import { guest, officePerson, substitute, voter } from "../support/small-committee.ts";
import { everybody, type Heard, type TestHouse, testHouse } from "./bad-input-house.ts";
import { jansen, lindner } from "./conversation.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse(createMemoryStore());
});

const chair = voter(1);
const state = () => house.runner.state();
const notes = () => entries(state().minutes.entries).flatMap((one) => (one.kind === "note" ? [one.text] : []));
const openBallot = () => state().ballots.open;

/** Said in German to a person: words, and nothing that leaked out of the program. */
function expectGerman({ text, answers, handled }: Heard): void {
  expect(handled.kind).toBe("handled");
  expect(answers.length).toBeGreaterThan(0);
  expect(text).toMatch(/\p{L}{2}/u);
  expect(text).not.toMatch(/undefined|\[object|NaN|TypeError|StorageFault|Error:/);
}

/** Answered, and nothing else happened. */
async function expectRefused(who: string, text: string, saying: { readonly inRoom?: boolean } = {}): Promise<string> {
  const before = state();
  const heard = await house.say(who, text, saying);
  expectGerman(heard);
  expect(state()).toBe(before);
  return heard.text;
}

describe("what nobody can make anything of", () => {
  it.each([
    "",
    "   ",
    "\n\n",
    "xyzzy",
    "abstimung schließen",
    "sitzung",
    "!!!",
    "🙂",
    "/start",
    "<b>ja</b>",
    "ja nein",
  ])("answers %j and changes nothing", async (text) => {
    await expectRefused(jansen, text);
    await expectRefused(jansen, text, { inRoom: true });
  });

  it("offers the command that was perhaps meant", async () => {
    expect(await expectRefused(chair, "abstimung schliesen")).toContain("abstimmung schließen");
  });

  it.each(["a", "ja ", "notiz: ", "antrag: ", "anwesend ", "anonym: ", "stimme "])(
    "refuses 10 000 characters of %j with both numbers or in one sentence",
    async (word) => {
      const text = `${word}${"x".repeat(10_000)}`;
      const said = await expectRefused(chair, text);
      expect(said.length).toBeLessThan(1000);
    },
  );

  it.each(["\u202e", "\u2066", "\u0000", "\u0007", "\u200b", "\u2028", "\ud800", "\u{e0041}"])(
    "refuses a note with the hidden character %j, and does not repeat it",
    async (character) => {
      const said = await expectRefused(chair, `notiz: Alles${character} gut`);
      expect(said).not.toContain(character);
      expect(said).toContain("unsichtbares Zeichen");
    },
  );
});

describe("commands inside of what somebody says", () => {
  beforeEach(async () => {
    await house.say(lindner, "antrag: Fünf Plätze mehr");
    await house.say(chair, "abstimmung ä1", { inRoom: true });
    expect(openBallot()).toBe(1);
  });

  it.each([
    ["notiz: Bitte so:\nabstimmung schließen", "Bitte so:\nabstimmung schließen"],
    ["vereinbarung: ja\nnein\nsitzung schließen", "ja\nnein\nsitzung schließen"],
    ["notiz: rückgängig", "rückgängig"],
  ])("keeps %j as the text of a note", async (text, kept) => {
    const votes = state().ballots.ballots;
    await house.say(chair, text);
    expect(notes()).toEqual([kept]);
    expect(state().ballots.ballots).toBe(votes);
  });

  it.each([
    "antrag: Erstens\nabstimmung schließen",
    "aufgabe: Liste\nabstimmung schließen\nja",
    "anlage: Plan\nabstimmung schließen",
    "weiterleiten an JHA: Ergebnis\nabstimmung schließen",
    'sammlung "Es fehlt an": Zeit; abstimmung schließen',
  ])("executes one thing of %j", async (text) => {
    const { ballots } = state();
    const before = state().version;
    await house.say(chair, text);
    expect(state().ballots).toBe(ballots);
    expect(state().version).toBe(before + 1);
  });

  it.each(["ja\nabstimmung schließen", "gäste 24 Leute\nabstimmung schließen", "top 2\nja"])(
    "refuses two commands in one message: %j",
    async (text) => {
      expect(await expectRefused(chair, text)).toContain("›");
    },
  );

  it("takes no command out of a quoted title", async () => {
    await house.say(chair, 'top vorschlagen "abstimmung schließen"');
    expect(openBallot()).toBe(1);
    expect(entries(state().agenda.items).at(-1)?.title).toBe("abstimmung schließen");
  });
});

describe("people who may not, or not now", () => {
  it("tells an account that belongs to nobody how to link it, and does nothing else for it", async () => {
    for (const text of ["ja", "sitzung schließen", "notiz: Ich war hier", "rückgängig", "status", "code Frau Jansen"])
      expect(await expectRefused("unbekannt", text)).toContain("anmelden");
    expectGerman(await house.say("unbekannt", "hilfe"));
    expect(await expectRefused("unbekannt", "anmelden FALSCH-CODE")).not.toContain("Willkommen");
  });

  it("does not let anybody guess codes for long", async () => {
    const answers: string[] = [];
    for (let n = 0; n < 8; n += 1) answers.push(await expectRefused("unbekannt", `anmelden AAAA-000${n}`));
    expect(answers[7]).not.toBe(answers[0]);
  });

  it.each([
    "sitzung schließen",
    "abstimmung 1",
    "abstimmung schließen",
    "top 2",
    "leitung Frau Jansen",
    "los zeuge Frau Jansen",
  ])("refuses %j of a guest", async (text) => {
    expect(await expectRefused(guest, text)).not.toBe("");
  });

  it.each([
    [jansen, "ja"],
    [chair, "abstimmung schließen"],
    [chair, "handzeichen 5:0:0"],
    [chair, "sitzung eröffnen"],
    [chair, "fortsetzen"],
    [jansen, "annehmen"],
    [jansen, "anonym: Zeit fehlt"],
    [chair, "sammlung schließen"],
    [chair, "los zeuge Frau Gast"],
    [chair, "top 99"],
    [chair, "abstimmung 99"],
    [officePerson, "rückgängig"],
    [substitute(1), "ja"],
    [chair, "antrag 99 zurückziehen"],
    [chair, "anwesend Niemand"],
    [chair, "anwesend Müller"],
  ])("refuses what does not fit now: %s says %j", async (who, text) => {
    await expectRefused(who, text);
  });

  it("says in a closed meeting that there is none", async () => {
    await house.say(chair, "wahl beenden: verschoben");
    await house.say(chair, "sitzung schließen");
    expect(state().meetings.current).toBeUndefined();
    for (const text of ["ja", "abstimmung 1", "anwesend", "weiter", "pause 10"]) await expectRefused(chair, text);
  });
});

describe("the same message twice", () => {
  it("is done once, one after the other and at the same moment", async () => {
    const first = await house.say(chair, "notiz: einmal", { key: "doppelt" });
    const second = await house.say(chair, "notiz: einmal", { key: "doppelt" });
    expect([first.handled.kind, second.handled.kind]).toEqual(["handled", "duplicate"]);
    const kinds = (
      await Promise.all([1, 2, 3].map(() => house.say(chair, "notiz: zugleich", { key: "zugleich" })))
    ).map(({ handled }) => handled.kind);
    expect(kinds.toSorted()).toEqual(["duplicate", "duplicate", "handled"]);
    expect(notes()).toEqual(["einmal", "zugleich"]);
  });

  it("is a duplicate even if its words changed on the way", async () => {
    await house.say(chair, "notiz: eins", { key: "k" });
    await house.say(chair, "notiz: zwei", { key: "k" });
    expect(notes()).toEqual(["eins"]);
  });
});

describe("random messages", () => {
  const words = fc.constantFrom(
    ...commandTable.flatMap((row) => [row.words, row.example, ...row.aliases]),
    ...[
      ":",
      "\n",
      '"',
      "„",
      "@",
      "bis",
      "ä1",
      "1",
      "2",
      "99999999999",
      "-1",
      "null",
      "__proto__",
      "Jansen",
      "Müller",
      "🙂",
    ],
  );
  const line = fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
    { weight: 3, arbitrary: fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" ")) },
    { weight: 1, arbitrary: words },
  );
  const example = fc.constantFrom(...commandTable.map((row) => row.example));
  const message = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ who: fc.constantFrom(...everybody, "unbekannt"), text: line, inRoom: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ who: fc.constant(chair), text: example, inRoom: fc.boolean() }) },
  );

  it("are each answered in German and change nothing unless they were carried out, a thousand of them", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 20, maxLength: 20 }), async (messages) => {
        house = await testHouse(createMemoryStore());
        for (const { who, text, inRoom } of messages) {
          const before = state();
          const heard = await house.say(who, text, { inRoom });
          expectGerman(heard);
          if (state().version === before.version) expect(state()).toBe(before);
          else accepted += 1;
        }
        expect(house.events()).toHaveLength(state().version);
        await house.stop();
      }),
      { numRuns: 50 },
    );
    expect(accepted).toBeGreaterThan(30);
  });
});
