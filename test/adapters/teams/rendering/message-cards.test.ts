import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { visibleText } from "../../../../src/adapters/chat/visible-text.ts";
import { cardText } from "../../../../src/adapters/teams/rendering/card-text.ts";
import { messageCards } from "../../../../src/adapters/teams/rendering/message-cards.ts";
import {
  CARD_TYPE,
  type CardLook,
  MESSAGE_BUDGET,
  type TeamsMessage,
} from "../../../../src/adapters/teams/rendering/teams-message.ts";
import { blockLines, choiceLine, heading, list, type Reply, reply } from "../../../../src/flows/reply.ts";
import { cardButtons } from "../../../support/teams/card-buttons.ts";
import { schemaProblems } from "../../../support/teams/card-schema.ts";
import { type Json, objectIn, objectsWithin, textIn } from "../../../support/teams/json.ts";
import { messageProblems } from "../../../support/teams/message-check.ts";
import { arbitraryAsking, arbitraryReply } from "./arbitrary-reply.ts";
import { bytesOf, cardIn, linesOf, squeezed, subtleLines, titlesOf } from "./card-parts.ts";
import * as example from "./example-replies.ts";

const { room, inRoom, inDirect } = example;

/** The only card there is. */
function only(one: Reply, look: CardLook = inRoom): Json {
  const messages = messageCards(one, look);
  expect(messages).toHaveLength(1);
  return cardIn(messages[0]);
}

const clicks = (card: Json): readonly Json[] => cardButtons(card).map((button) => objectIn(button, "data"));

function problemsOf(messages: readonly TeamsMessage[]): readonly string[] {
  return messages.flatMap((message) => [
    ...messageProblems(message, "groupChat"),
    ...schemaProblems(cardIn(message)),
    ...(bytesOf(message) > MESSAGE_BUDGET ? [`${bytesOf(message)} bytes`] : []),
  ]);
}

describe("a reply as a card", () => {
  it("has its lines as rich text, and as plain text for those who do not see it", () => {
    const one = reply(room, [heading("Stand"), "Sitze: 3\n\nPersonen: 4", list(["a", "b"], true), list(["c"])]);
    const [message] = messageCards(one, inRoom);
    expect(message).toMatchObject({ type: "message", summary: "Stand", attachments: [{ contentType: CARD_TYPE }] });
    const card = cardIn(message);
    expect(card).toMatchObject({
      type: "AdaptiveCard",
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      version: "1.5",
      lang: "de",
      fallbackText: "Stand\nSitze: 3\nPersonen: 4\n1. a\n2. b\n• c",
      speak: "Stand\nSitze: 3\nPersonen: 4\n1. a\n2. b\n• c",
    });
    expect(linesOf(card)).toEqual(["Stand", "Sitze: 3", "Personen: 4", "1. a", "2. b", "• c"]);
    expect(card["body"]).toContainEqual({
      type: "RichTextBlock",
      spacing: "Medium",
      inlines: [{ type: "TextRun", text: "Stand", size: "Medium", weight: "Bolder" }],
    });
  });

  it("shows figures as a chart, and as a table where charts are unknown", () => {
    const card = only(example.result);
    const chart = [...objectsWithin(card)].find(({ type }) => type === "Chart.HorizontalBar") ?? expect.fail();
    expect(chart).toMatchObject({
      title: "Antrag 3",
      data: [
        { x: "Ja", y: 12 },
        { x: "Nein", y: 4 },
        { x: "Enthaltung", y: 1 },
      ],
    });
    const cells = [...objectsWithin(objectIn(chart, "fallback"))].flatMap(({ text }) => text ?? []);
    expect(cells).toEqual(["Antrag 3", "Stimmen", "Ja", "12", "Nein", "4", "Enthaltung", "1"]);
    expect(String(card["fallbackText"]).split("\n")).toHaveLength(3);
  });

  it("shows figures that are too large for one message as lines", () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({ label: `${index} ${"x".repeat(400)}`, count: index }));
    const messages = messageCards(reply(room, [{ kind: "figures", title: "Viele", rows }]), inRoom);
    expect(problemsOf(messages)).toEqual([]);
    const lines = messages.flatMap((message) => linesOf(cardIn(message)));
    expect(lines).toEqual(["Viele", ...rows.map(({ label, count }) => `${label}: ${count}`)]);
  });

  it("is none if there are only files, which go by themselves", () => {
    const files = [{ name: "p.md", mediaType: "text/markdown", reference: "p.md" }];
    expect(messageCards(reply(room, [], { files }), inRoom)).toEqual([]);
    const withFile = only(reply(room, ["Fertig."], { files }));
    expect(JSON.stringify(withFile)).not.toContain("p.md");
  });

  it("offers files by link", () => {
    const card = only(reply(room, ["Fertig."]), { ...inRoom, links: [{ name: "p.pdf", url: "https://ag.example/p" }] });
    expect(cardButtons(card)).toEqual([
      { type: "Action.OpenUrl", title: "Datei öffnen: p.pdf", url: "https://ag.example/p" },
    ]);
  });

  it("says a notice above everything, and is cut the same way without it", () => {
    const long = reply(room, [list(Array(300).fill("y".repeat(90)), true)]);
    const notice = "Möglicherweise doppelt.";
    const noticed = messageCards(long, { ...inRoom, notice }).map(cardIn);
    const plain = messageCards(long, inRoom).map(cardIn);
    expect(noticed.length).toBeGreaterThan(2);
    expect(noticed.map((card) => subtleLines(card)[0])).toEqual(noticed.map(() => notice));
    expect(noticed.map(linesOf)).toEqual(plain.map(linesOf));
  });

  it("calls people by their Entra id, with names in which nothing is interpreted", () => {
    const mentions = [
      { id: "id-1", name: "Frau Jansen" },
      { id: "id-2", name: "Vertreter*in **[x](https://evil.example)** <at>y</at>" },
      { id: "id-1", name: "Frau Jansen" },
    ];
    const messages = messageCards(reply(room, ["Bitte antworten."]), { ...inRoom, mentions });
    expect(problemsOf(messages)).toEqual([]);
    const card = cardIn(messages[0]);
    const block = [...objectsWithin(card)].find(({ type }) => type === "TextBlock") ?? expect.fail();
    const entities = objectIn(card, "msteams")["entities"] as readonly Json[];
    expect(entities.map((entity) => objectIn(entity, "mentioned")["id"])).toEqual(["id-1", "id-2"]);
    const text = textIn(block, "text") ?? "";
    expect(text.match(/<at>/g)).toHaveLength(2);
    const withoutTags = entities.reduce((rest, { text: tag }) => rest.replace(String(tag), ""), text);
    expect(withoutTags).toBe("Gefragt: , ");
    expect(markdownNodes(text.replace(/<\/?at>/g, ""))).toEqual(["paragraph", "text"]);
  });
});

describe("buttons of a card", () => {
  it("carry the command and the ballot, and the same for older clients", () => {
    const [button] = cardButtons(only(example.runningVote));
    const data = { command: "ja", about: "ballot-3", nonce: "n-1" };
    expect(button).toEqual({
      type: "Action.Execute",
      title: "ja",
      verb: "antwort",
      data,
      fallback: { type: "Action.Submit", title: "ja", data },
    });
  });

  it("name the ballot only where the card asks, and the one that the look names before all", () => {
    const choices = [{ label: "Ja", command: "ja" }];
    const aboutOf = (extras: Partial<Reply>, look: Partial<CardLook> = {}) =>
      clicks(only(reply(room, ["?"], { choices, ...extras }), { ...inRoom, ...look }))[0]?.["about"];
    expect(aboutOf({})).toBeUndefined();
    expect(aboutOf({ about: "b-1" })).toBeUndefined();
    expect(aboutOf({ asks: "b-2" })).toBe("b-2");
    expect(aboutOf({ about: "b-1", asks: "b-2" })).toBe("b-1");
    expect(aboutOf({ about: "b-1", asks: "b-2" }, { about: "b-3" })).toBe("b-3");
  });

  it("say that only one person reads the card, or the answer", () => {
    expect(clicks(only(example.secretPaper, inDirect))[0]).toEqual({
      command: "stimme 1",
      about: "ballot-4",
      isPrivate: true,
      nonce: "n-1",
    });
    const card = only(example.openVote, example.openVoteLook);
    expect(titlesOf(card)).toEqual(["ja", "nein", "enthaltung", "Meine Stimme"]);
    expect(clicks(card).at(-1)).toEqual({ command: "stimmzettel", isPrivate: true, nonce: "n-1" });
    expect(clicks(card)[0]).not.toHaveProperty("isPrivate");
  });

  it("stand five in a row at most, and long ones alone", () => {
    const rowsOf = (labels: readonly string[]) => {
      const choices = labels.map((label) => ({ label, command: label }));
      const card = only(reply(room, ["?"], { choices }));
      return [...objectsWithin(card)].filter(({ type }) => type === "ActionSet").map((row) => titlesOf(row));
    };
    expect(rowsOf(["ja", "nein", "enthaltung"])).toEqual([["ja", "nein", "enthaltung"]]);
    expect(rowsOf([..."abcdefg"])).toEqual([
      ["a", "b", "c", "d", "e"],
      ["f", "g"],
    ]);
    const long = "Frau Jensen (Familienwerkstatt)";
    expect(rowsOf([long, "a", "b", long])).toEqual([[long], ["a", "b"], [long]]);
  });

  it("have titles of 80 characters at most, in one line, and the command where there is no title", () => {
    const choices = [
      { label: `Nur „${"antrag ".repeat(40)}“\nausführen`, command: "x" },
      { label: "x".repeat(5_000), command: "x" },
      { label: " ", command: "hilfe" },
    ];
    const titles = titlesOf(only(reply(room, [], { choices })));
    expect(titles.map((title) => [...title].length <= 80)).toEqual([true, true, true]);
    expect(titles[0]).toMatch(/^Nur „antrag antrag .* …$/);
    expect(titles[2]).toBe("hilfe");
  });

  it("keep a command as it was written, but for halves of characters, which no service takes", () => {
    const command = "notiz: {{x}} <at>*y*</at> 😀 \ud800";
    const card = only(reply(room, ["?"], { choices: [{ label: "a", command }] }));
    expect(clicks(card)[0]?.["command"]).toBe("notiz: {{x}} <at>*y*</at> 😀 \ufffd");
  });

  it("of which the command is too long are lines to type", () => {
    const command = `antrag: ${"x".repeat(20_000)}`;
    const messages = messageCards(reply(room, ["?"], { choices: [{ label: "So", command }] }), inRoom);
    expect(problemsOf(messages)).toEqual([]);
    const lines = messages.flatMap((message) => linesOf(cardIn(message)));
    expect(lines.join("")).toBe(`?› So: ${command}`);
    const fits = [{ label: "So", command: `antrag: ${"x".repeat(5_000)}` }];
    expect(clicks(only(reply(room, ["?"], { choices: fits })))[0]?.["command"]).toBe(fits[0]?.command);
  });

  it("stand on the last message only, with refresh and mention", () => {
    const long = { ...example.openVote, blocks: [list(Array(300).fill("y".repeat(90)))] };
    const messages = messageCards(long, example.openVoteLook);
    expect(problemsOf(messages)).toEqual([]);
    const cards = messages.map(cardIn);
    expect(cards.map((card) => titlesOf(card).length)).toEqual([...Array(cards.length - 1).fill(0), 4]);
    expect(cards.map((card) => "refresh" in card)).toEqual([...Array(cards.length - 1).fill(false), true]);
    expect(cards.map((card) => "entities" in objectIn(card, "msteams"))).toEqual(
      cards.map((_, index) => index === cards.length - 1),
    );
  });
});

describe("the personal view", () => {
  it("is asked for by the clients that are named, 60 at most", () => {
    const refreshFor = Array.from({ length: 70 }, (_, index) => `29:${index}${"z".repeat(60)}`);
    const messages = messageCards(example.runningVote, { ...inRoom, about: "ballot-3", refreshFor });
    expect(problemsOf(messages)).toEqual([]);
    expect(cardIn(messages[0])["refresh"]).toEqual({
      action: { type: "Action.Execute", verb: "ansicht", data: { about: "ballot-3" } },
      userIds: refreshFor.slice(0, 60),
    });
  });

  it("is not asked for without a ballot or without anybody", () => {
    expect(only(example.runningVote, { ...inRoom, refreshFor: ["29:a"] })).not.toHaveProperty("refresh");
    expect(only(example.runningVote, { ...inRoom, about: "ballot-3" })).not.toHaveProperty("refresh");
  });
});

describe("what a member wrote, on a card", () => {
  it.each(example.hostileTexts.map((text) => [text.slice(0, 60), text]))("stays text: %j", (_name, text) => {
    const figures = { ...example.figures, kind: "figures" as const, title: text, rows: [{ label: text, count: 1 }] };
    const one = reply(room, [text, heading(text), list([text]), figures], { choices: [{ label: text, command: "x" }] });
    const messages = messageCards(one, inRoom);
    expect(problemsOf(messages)).toEqual([]);
    for (const message of messages) {
      const card = cardIn(message);
      const shown = [...objectsWithin(card)].flatMap(({ text: run, title, x }) => [run, title, x]).filter(Boolean);
      for (const each of [...shown, card["fallbackText"], card["speak"], message.summary].map(String)) {
        expect(each).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}|\u200b|\p{Cs}/u);
        expect(each).not.toMatch(/\{\{|\$\{|<\/?at\b/i);
      }
      expect(card["speak"]).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|apos;)/);
      const plain = ["paragraph", "text", "list", "listItem"];
      expect(markdownNodes(String(card["fallbackText"])).filter((type) => !plain.includes(type))).toEqual([]);
    }
    const said = messages.flatMap((message) => linesOf(cardIn(message))).join("");
    expect(squeezed(said)).toContain(squeezed(cardText(text)));
  });

  it("would be structure if it were not changed", () => {
    expect(markdownNodes(example.hostileTexts.slice(1, 3).join("\n"))).toEqual(
      expect.arrayContaining(["strong", "emphasis", "inlineCode", "link", "image"]),
    );
    expect(schemaProblems({ type: "AdaptiveCard", version: "1.5", body: [{ type: "Nothing" }] })).toHaveLength(1);
  });

  it("does not begin an item of its own with a line break", () => {
    const lines = linesOf(only(reply(room, [list(["eins\n2. zwei"], true)])));
    expect(lines).toEqual(["1. eins", "\u00a0\u00a0\u00a02. zwei"]);
  });
});

describe("a long reply", () => {
  it("loses nothing and keeps every message small, whatever it consists of", () => {
    fc.assert(
      fc.property(arbitraryReply, fc.boolean(), (one, isPrivate) => {
        const look = isPrivate ? inDirect : { ...example.openVoteLook, notice: "Möglicherweise doppelt." };
        const messages = messageCards(one, look);
        expect(problemsOf(messages)).toEqual([]);
        const typed = one.choices.filter(({ command }) => bytesOf(command) > 6_000);
        const offered = one.choices.length - typed.length + (look.privately?.length ?? 0);
        expect(messages.map(cardIn).flatMap(titlesOf)).toHaveLength(offered);
        const blocks = one.blocks.filter(({ kind }) => kind !== "figures");
        const said = messageCards({ ...one, blocks }, look)
          .map(cardIn)
          .flatMap(linesOf);
        const lines = typed.map(choiceLine);
        const whole = cardText([...blocks.flatMap(blockLines), ...lines].join("\n"));
        expect(squeezed(said.join("")) === squeezed(whole)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("with a field keeps it whole, with its button and with what was typed as people can see it", () => {
    fc.assert(
      fc.property(arbitraryAsking, (one) => {
        const messages = messageCards(one, inRoom);
        expect(problemsOf(messages)).toEqual([]);
        const [card, ...more] = messages.map(cardIn).filter((each) => inputsOf(each).length > 0);
        expect(more).toEqual([]);
        const values = inputsOf(card).map(({ value }) => value);
        expect(values).toEqual([one.field.filled && visibleText(one.field.filled.text)]);
        expect(titlesOf(card ?? {})).toContain("Idee geben");
      }),
      { numRuns: 100 },
    );
  });

  it("is read and spoken as it is shown", () => {
    fc.assert(
      fc.property(arbitraryReply, (one) => {
        for (const card of messageCards({ ...one, choices: [] }, inRoom).map(cardIn)) {
          const shown = [...subtleLines(card), ...linesOf(card)].join("");
          const spoken = String(card["speak"]).replace(
            /&(amp|lt|gt|quot|apos);/g,
            (_, name: string) => SIGNS[name] ?? "",
          );
          expect(squeezed(spoken) === squeezed(shown)).toBe(true);
          const read = String(card["fallbackText"]).replace(/[∗ˍˋ∼›]/g, (sign) => LOOK_ALIKES[sign] ?? "");
          expect(squeezed(read) === squeezed(shown.replace(/[∗ˍˋ∼›]/g, (sign) => LOOK_ALIKES[sign] ?? ""))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of half a megabyte in one line becomes parts, none of which is lost", () => {
    const line = "Größe😀<&\"'{{".repeat(30_000);
    const messages = messageCards(reply(room, [list([line])]), inRoom);
    expect(messages.map(cardIn).flatMap(linesOf).join("").replaceAll("\u2060", "") === `• ${line}`).toBe(true);
    expect(Math.max(...messages.map(bytesOf))).toBeLessThanOrEqual(MESSAGE_BUDGET);
    expect(subtleLines(cardIn(messages[1]))).toEqual([`(2/${messages.length})`]);
  });

  it("is cut between its blocks before it is cut inside of one, and between words", () => {
    const blocks = ["a", "b", "c"].flatMap((name) => [
      heading(name),
      list(Array(90).fill(`${name} ${"x".repeat(20)}`)),
    ]);
    const cards = messageCards(reply(room, blocks), inRoom).map(cardIn);
    expect(cards.map((card) => linesOf(card)[0])).toEqual(["a", "b", "c"]);
    const words = messageCards(reply(room, ["Wort ".repeat(4_000).trim()]), inRoom).map(cardIn);
    expect(words.length).toBeGreaterThan(1);
    for (const card of words) expect(linesOf(card).join("")).toMatch(/^(Wort ?)+$/);
  });
});

const inputsOf = (card: Json | undefined): readonly Json[] =>
  [...objectsWithin(card)].filter(({ type }) => type === "Input.Text");

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LOOK_ALIKES: Readonly<Record<string, string>> = { "∗": "*", ˍ: "_", ˋ: "`", "∼": "~", "›": ">" };

/** Types of what Markdown would make of a text. */
function markdownNodes(text: string): readonly string[] {
  const types = [...objectsWithin(fromMarkdown(text))].flatMap(({ type }) => (typeof type === "string" ? [type] : []));
  return [...new Set(types)].filter((type) => type !== "root");
}
