import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/adapters/storage/memory-store.ts";
import { openSqliteStore, type SqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import { plainText } from "../../src/flows/reply.ts";
import { officePerson, voter } from "../support/small-committee.ts";
import { readEveryFile } from "../support/storage-attacker.ts";
import { makeStorageFolder, type StorageFolder } from "../support/storage-harness.ts";
import { type TestHouse, testHouse } from "./bad-input-house.ts";
import { jansen, lindner, neeth } from "./conversation.ts";

type Line = readonly [who: string, text: string];

const chair = voter(1);
const voters = [chair, voter(2), voter(3), jansen, lindner];

/** Everything that is kept or said to others: commits without what is sealed, questions that wait, what was delivered. */
async function keptOf(lines: readonly Line[], besides: readonly Line[]): Promise<string> {
  const house = await testHouse(createMemoryStore());
  for (const [who, text] of lines) await house.say(who, text);
  const before = house.commits.length;
  for (const [who, text] of besides) await house.say(who, text);
  const kept = { commits: house.commits.slice(before), dialogs: [...house.dialogs], delivered: house.delivered };
  await house.stop();
  return JSON.stringify(kept, undefined, 1);
}

describe("whatever is chosen in a secret ballot", () => {
  const secret: readonly Line[] = [[chair, "abstimmung ä1 geheim"]];
  const election: readonly Line[] = [[chair, "wahlgang geheim"]];
  const each = (texts: readonly string[]): readonly Line[] =>
    voters.map((who, n) => [who, texts[n % texts.length] ?? ""]);

  it("leaves the same events, answers, keys and questions behind until the close", async () => {
    const some = await keptOf(secret, each(["ja", "nein", "enthaltung"]));
    expect(await keptOf(secret, each(["nein", "nein", "ja"]))).toBe(some);
    expect(some).toContain("SecretVoteCast");
    expect(some).not.toMatch(/"choice\\?"|"(yes|no|abstain)\\?"/);
  });

  it("leaves the same behind for names on a ballot paper", async () => {
    const some = await keptOf(election, each(["stimme 1", "stimme 2"]));
    expect(await keptOf(election, each(["stimme Frau Jansen", "stimme 1", "enthaltung"]))).toBe(some);
    expect(some).toContain("SecretVoteCast");
  });

  it.each([
    ["a name with a slip in it", "stimme Lindnre", "stimme Jansne"],
    ["a name that is not clear", "stimme Müller", "stimme Jansne"],
    ["somebody who does not stand", "stimme Frau Neeth", "stimme Herr Rat"],
    ["an unknown word", "jaa", "nien"],
    ["a word behind it", "ja bitte", "nein bitte"],
    ["a second vote", "stimme 1", "stimme 2"],
    ["a vote of the wrong kind", "ja", "nein"],
  ])("keeps nothing of %s", async (_, one, other) => {
    const first: Line = [jansen, "enthaltung"];
    expect(await keptOf(election, [first, [jansen, one]])).toBe(await keptOf(election, [first, [jansen, other]]));
  });

  it("keeps nothing of an answer to the question for whom", async () => {
    const asked: Line = [jansen, "stimme"];
    const some = await keptOf(election, [asked, [jansen, "Frau Jansen"]]);
    expect(await keptOf(election, [asked, [jansen, "Herr Lindner"]])).toBe(some);
    expect(await keptOf(election, [asked, [jansen, "Lindnre"]])).toBe(
      await keptOf(election, [asked, [jansen, "Jansne"]]),
    );
  });

  it("is said at once to the person alone", async () => {
    const house = await testHouse(createMemoryStore());
    await house.say(chair, "wahlgang geheim");
    const { handled, text } = await house.say(jansen, "stimme Lindnre");
    expect(text).toContain("Lindnre");
    expect(handled.kind === "handled" && handled.immediate.map(({ to }) => to)).toEqual([
      { kind: "account", account: `console:${jansen}` },
    ]);
  });

  it("control: an open ballot leaves different things behind", async () => {
    const open: readonly Line[] = [[chair, "abstimmung ä1 offen"]];
    expect(await keptOf(open, each(["ja"]))).not.toBe(await keptOf(open, each(["nein"])));
  });
});

describe("wherever dots are placed secretly", () => {
  const secret: readonly Line[] = [
    [chair, 'workshop planen "Klausur" 27.01.2023'],
    [chair, "workshop eröffnen"],
    [chair, "phase ideen"],
    [chair, "ideen: Mehr Zeit; Eigene Räume; Kürzere Wege"],
    [chair, "gewichtung 3 punkte geheim"],
  ];
  const each = (texts: readonly string[]): readonly Line[] =>
    voters.map((who, n) => [who, texts[n % texts.length] ?? ""]);

  it("leaves the same events, answers, keys and questions behind until the close", async () => {
    const some = await keptOf(secret, each(["punkte 1 1 2", "punkte 3"]));
    expect(await keptOf(secret, each(["punkte 3: 3", "punkte 2, 1 und 3"]))).toBe(some);
    expect(some).toContain("SecretDotsPlaced");
    expect(some).not.toMatch(/"(dots|target)\\?"/);
  });

  it.each([
    ["more dots than there are", "punkte 1 1 1 1", "punkte 2 2 3 3"],
    ["an unknown number", "punkte 7", "punkte 8"],
    ["a slip", "punkte eins", "punkte zwei"],
    ["a second paper", "punkte 1", "punkte 2"],
    ["a single dot", "punkt auf 1", "punkt auf 2"],
  ])("keeps nothing of %s", async (_, one, other) => {
    const first: Line = [jansen, "punkte 3"];
    expect(await keptOf(secret, [first, [jansen, one]])).toBe(await keptOf(secret, [first, [jansen, other]]));
    expect(await keptOf(secret, [[lindner, one]])).toBe(await keptOf(secret, [[lindner, other]]));
  });

  it("control: open dots leave different things behind", async () => {
    const open: readonly Line[] = [...secret.slice(0, -1), [chair, "gewichtung 3 punkte"]];
    expect(await keptOf(open, each(["punkte 1"]))).not.toBe(await keptOf(open, each(["punkte 2"])));
  });
});

describe("whoever gives an anonymous contribution", () => {
  const opened: readonly Line[] = [[chair, 'sammlung anonym "Was fehlt?"']];
  const texts = ["anonym: Die Wege sind zu lang.", "anonym: Es fehlt an Zeit.", "anonym: Mehr Mut."];
  const given = (people: readonly string[]): readonly Line[] => people.map((who, n) => [who, texts[n] ?? ""]);

  it("leaves the same behind as anybody else, before and after the close", async () => {
    const close: Line = [chair, "sammlung schließen"];
    const some = await keptOf(opened, given([jansen, lindner, neeth]));
    expect(await keptOf(opened, given([neeth, jansen, lindner]))).toBe(some);
    expect(await keptOf(opened, [...given([jansen, lindner, neeth]), close])).toBe(
      await keptOf(opened, [...given([officePerson, lindner, jansen]), close]),
    );
    expect(some).toContain('"by": "system"');
    expect(some).not.toContain("Wege");
  });

  it.each(["anonm: Die Wege sind zu lang.", "anonym Die Wege sind zu lang.", "anonym: Die Wege\u200b sind zu lang."])(
    "keeps no text of a slip: %j",
    async (text) => {
      expect(await keptOf(opened, [[jansen, text]])).not.toContain("Wege");
    },
  );

  it("control: a note leaves its author behind", async () => {
    expect(await keptOf(opened, [[chair, "notiz: Zeit"]])).not.toBe(
      await keptOf(opened, [[officePerson, "notiz: Zeit"]]),
    );
  });
});

describe("the files themselves", () => {
  let folder: StorageFolder;
  let store: SqliteStore;
  let house: TestHouse;
  const everyByte = (): string =>
    [...readEveryFile(folder.root).values()].map((bytes) => bytes.toString("latin1")).join("");
  beforeEach(async () => {
    folder = makeStorageFolder("secrets-");
    store = openSqliteStore(folder);
    house = await testHouse(store);
  });
  afterEach(async () => {
    await house.stop();
    await store.close();
    folder.remove();
  });

  it("hold no link code in clear, neither when it was issued nor when it was used", async () => {
    const issued = await house.say(officePerson, "code Frau Neeth");
    expect(issued.text).toContain("K7QF-2M9X");
    expect(everyByte()).toContain("LinkCodeIssued");
    expect(everyByte()).not.toContain("K7QF");
    const linked = await house.say("neues-konto", "anmelden k7qf-2m9x");
    expect(house.runner.state().membership.accounts.get(house.incoming("neues-konto", "", { key: "" }).account)).toBe(
      neeth,
    );
    expect(linked.text).not.toContain("k7qf");
    for (const clear of ["K7QF", "k7qf", "2M9X", "2m9x"]) expect(everyByte()).not.toContain(clear);
  });

  it("hold no address of a calendar, only the hash of its secret", async () => {
    const given = await house.say(jansen, "mein kalender");
    expect(given.text).toContain("https://ag78.example.org/kalender/Xy7-kalenderschluessel.ics");
    expect(everyByte()).toContain("FeedOpened");
    expect(everyByte()).not.toContain("kalenderschluessel");
  });

  it("hold no wrong code, though it was typed by mistake for a right one", async () => {
    await house.say("neues-konto", "anmelden QQQQ-7777");
    expect(everyByte()).not.toContain("QQQQ");
  });

  it("hold a contribution only sealed until the close, and then without anybody beside it", async () => {
    await house.say(chair, 'sammlung anonym "Was fehlt?"');
    for (const [who, text] of [
      [jansen, "Zebrastreifen"],
      [lindner, "Yogamatten"],
    ] as const)
      await house.say(who, `anonym: ${text}`);
    expect(everyByte()).not.toMatch(/Zebrastreifen|Yogamatten/);
    const given = [...store.read("gremium")].filter(({ type }) => type === "AnonymousEntryGiven");
    expect(given.map(({ by, data }) => `${by} ${data}`)).toEqual([
      'system {"collection":1}',
      'system {"collection":1}',
    ]);
    await house.say(chair, "sammlung schließen");
    const bytes = everyByte();
    expect(bytes).toContain("Zebrastreifen");
    const surroundings = [...bytes.matchAll(/Zebrastreifen/g)].map(({ index }) =>
      bytes.slice(index - 120, index + 120),
    );
    expect(surroundings.filter((around) => around.includes(`console:${jansen}`))).toEqual([]);
  });

  it("hold an anonymous idea only sealed until the box is opened, and then without anybody beside it", async () => {
    for (const line of [
      'workshop planen "Offene Worte" 27.01.2023 9–16 Uhr anonym',
      "workshop eröffnen",
      "phase ideen",
    ])
      await house.say(chair, line);
    await house.say(jansen, "idee: Zebrastreifen");
    await house.say(lindner, "ideen: Yogamatten; Xylophone");
    const refused = await house.say(jansen, "idee: Wasserspielplatz", { inRoom: true });
    expect(refused.text).toContain("im Direktchat");
    await house.say(jansen, "idee zu Vogelnestern: Ulmen");
    await house.say(jansen, `idee: Tulpenbeete ${"x".repeat(1000)}`);
    expect(everyByte()).not.toMatch(
      /Zebrastreifen|Yogamatten|Xylophone|Wasserspielplatz|Vogelnestern|Ulmen|Tulpenbeete/,
    );
    const given = [...store.read("gremium")].filter(({ type }) => type === "AnonymousIdeaGiven");
    expect(given.map(({ by, data }) => `${by} ${data}`)).toEqual(
      [1, 2, 3].map(() => 'system {"round":1,"workshop":1}'),
    );
    await house.say(chair, "ideen aufdecken");
    const bytes = everyByte();
    for (const text of ["Zebrastreifen", "Yogamatten", "Xylophone"]) {
      expect(bytes).toContain(text);
      const surroundings = [...bytes.matchAll(new RegExp(text, "g"))].map(({ index }) =>
        bytes.slice(index - 120, index + 120),
      );
      expect(surroundings.filter((around) => /jansen|lindner/i.test(around))).toEqual([]);
    }
  });

  it("hold no choice of an open box, in whatever words", async () => {
    await house.say(chair, "abstimmung ä1 geheim");
    for (const who of [chair, jansen, lindner]) await house.say(who, "ja");
    expect(everyByte()).not.toMatch(/"choice"|"yes"/);
    // Control: the same search finds a choice of an open ballot.
    await house.say(chair, "abstimmung abbrechen: offen geht es schneller");
    await house.say(chair, "abstimmung ä1 offen");
    await house.say(jansen, "ja");
    expect(everyByte()).toMatch(/"choice":"yes"/);
  });
});

describe("texts of answers", () => {
  it("to a secret vote do not say what was chosen", async () => {
    const house = await testHouse(createMemoryStore());
    await house.say(chair, "abstimmung ä1 geheim");
    const { answers } = await house.say(jansen, "nein");
    expect(answers.map(plainText).join("\n")).not.toMatch(/\bnein\b/i);
  });
});
