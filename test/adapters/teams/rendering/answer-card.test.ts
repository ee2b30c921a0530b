import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerCard } from "../../../../src/adapters/teams/rendering/answer-card.ts";
import { cardResponse, messageResponse } from "../../../../src/adapters/teams/rendering/invoke-responses.ts";
import { CARD_TYPE, type CardLook, MESSAGE_BUDGET } from "../../../../src/adapters/teams/rendering/teams-message.ts";
import { type Reply, reply } from "../../../../src/flows/reply.ts";
import { goesOnInDirectChat } from "../../../../src/texts/teams-cards.ts";
import { cardButtons } from "../../../support/teams/card-buttons.ts";
import { cardProblems } from "../../../support/teams/card-check.ts";
import { schemaProblems } from "../../../support/teams/card-schema.ts";
import { isJson, type Json, listIn } from "../../../support/teams/json.ts";
import { arbitraryReply } from "./arbitrary-reply.ts";
import { bytesOf, linesOf, squeezed, subtleLines, titlesOf } from "./card-parts.ts";
import { hostile, inDirect, refusal, room, secretPaper } from "./example-replies.ts";

const long = reply(room, ["Satz. ".repeat(4_000)], { choices: [{ label: "ja", command: "ja" }] });

function answer(replies: readonly Reply[], look: CardLook = inDirect): { readonly card: Json; readonly shown: number } {
  const { card, shown } = answerCard(replies, look);
  expect(bytesOf(cardResponse(card))).toBeLessThanOrEqual(MESSAGE_BUDGET);
  if (!isJson(card)) return expect.fail();
  expect([...cardProblems(card), ...schemaProblems(card)]).toEqual([]);
  return { card, shown };
}

describe("the answer to a click", () => {
  it("is one card with every reply and its buttons", () => {
    const { card, shown } = answer([refusal, secretPaper]);
    expect(shown).toBe(2);
    expect(linesOf(card).slice(0, 3)).toEqual([
      "Abgelehnt: Die Abstimmung ist geheim. Im Raum könnten alle Ihre Stimme lesen; sie wurde nicht gezählt.",
      "Stimmen Sie bitte im Direktchat mit mir ab.",
      "Ihr Stimmzettel",
    ]);
    expect(listIn(card, "body").map(({ separator }) => separator ?? false)).toEqual([
      ...[false, false, true],
      ...Array(listIn(card, "body").length - 3).fill(false),
    ]);
    expect(cardButtons(card)[0]?.["data"]).toEqual({
      command: "stimme 1",
      about: "ballot-4",
      isPrivate: true,
      nonce: "n-1",
    });
  });

  it("can ask for the view again and has a notice above", () => {
    const look = { ...inDirect, about: "ballot-4", refreshFor: ["29:a"], notice: "Schon gezählt." };
    const { card } = answer([secretPaper], look);
    expect(card).toMatchObject({ refresh: { userIds: ["29:a"] } });
    expect(subtleLines(card)).toEqual(["Schon gezählt."]);
  });

  it("calls nobody by name", () => {
    const { card } = answer([refusal], { ...inDirect, mentions: [{ id: "id-1", name: "Frau Jansen" }] });
    expect(JSON.stringify(card)).not.toContain("Jansen");
  });

  it("shows only whole replies if not all fit, and says where the others are", () => {
    const { card, shown } = answer([refusal, long, secretPaper]);
    expect(shown).toBe(1);
    expect(linesOf(card)).toHaveLength(2);
    expect(subtleLines(card)).toEqual([goesOnInDirectChat()]);
    expect(titlesOf(card)).toEqual([]);
  });

  it("shows the beginning of a reply that is too long, without its buttons", () => {
    const { card, shown } = answer([long]);
    expect(shown).toBe(0);
    expect(linesOf(card).join("")).toMatch(/^(Satz\. ?){500,}$/);
    expect(subtleLines(card)).toEqual([goesOnInDirectChat()]);
    expect(titlesOf(card)).toEqual([]);
  });

  it("is small and well-formed whatever was answered, and what counts as shown is there", () => {
    expect(answer([hostile]).shown).toBe(1);
    fc.assert(
      fc.property(fc.array(arbitraryReply, { maxLength: 4 }), (replies) => {
        const { card, shown } = answer(replies);
        expect(subtleLines(card).length).toBe(shown < replies.length ? 1 : 0);
        const alone = replies.slice(0, shown).map((one) => answerCard([one], inDirect));
        const said = alone.flatMap((one) => (isJson(one.card) ? linesOf(one.card) : []));
        expect(squeezed(linesOf(card).join("")).startsWith(squeezed(said.join("")))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the body of an invoke response", () => {
  it("is a message or a card, as the service expects them", () => {
    expect(messageResponse("Verstanden\u202e.")).toEqual({
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
      value: "Verstanden�.",
    });
    const { card } = answerCard([refusal], inDirect);
    expect(cardResponse(card)).toEqual({ statusCode: 200, type: CARD_TYPE, value: card });
  });
});
