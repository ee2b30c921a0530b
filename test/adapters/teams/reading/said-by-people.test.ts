import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActivity } from "../../../../src/adapters/teams/reading/read-activity.ts";
import { type SayOptions, saidFields } from "../../../support/teams/said-text.ts";
import { createWorld, type Member, type Message } from "../../../support/teams/world.ts";
import { BOT, changed } from "./recorded.ts";

const world = createWorld({ appId: BOT.slice(3), botName: "Sitzungsdienst", tenant: "t", now: () => 1 });
const weber: Member = { id: "29:weber", name: "Karl Weber", objectId: undefined, tenant: "t", role: "user" };
const quoted = { id: "1", from: weber, versions: [{ at: 1, activity: { text: "nein & <b>" } }] } as unknown as Message; // nothing else of it is asked for

const word = fc.oneof(
  fc.constantFrom(
    "ja",
    "TOP",
    "5",
    "&amp;",
    "<b>",
    "</p>",
    "<",
    "&lt;b&gt;",
    "a&b",
    "{{x}}",
    "Träger",
    "»x«",
    "*fett*",
  ),
  fc.string({ minLength: 1, maxLength: 6 }).map((text) => text.replace(/[\s\p{Cc}]/gu, "_")),
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
/** What is said never begins or ends like something that belongs to a mention. */
const words = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => `notiz ${lines.join("\n")} Ende`);

const options: fc.Arbitrary<SayOptions> = fc.record({
  mention: fc.constantFrom<NonNullable<SayOptions["mention"]>>(true, false, "end", "twice", "textless"),
  html: fc.boolean(),
  escaped: fc.boolean(),
  pasted: fc.boolean(),
});

const readSaid = (said: string, how: SayOptions) =>
  readActivity(changed("message-group", saidFields(world, said, how) as Record<string, unknown>), BOT);

describe("what people say", () => {
  it("arrives as they typed it, however their client writes it down", () => {
    fc.assert(
      fc.property(words, options, (said, how) => {
        expect(readSaid(said, how)).toMatchObject({
          kind: "message",
          text: said,
          isAddressed: how.mention !== false,
        });
      }),
      { numRuns: 800 },
    );
  });

  it("arrives without what they quote, however their client writes it down", () => {
    fc.assert(
      fc.property(words, options, fc.boolean(), (said, how, quoteInText) => {
        const read = readSaid(said, { ...how, html: false, quotes: quoted, quoteInText });
        expect(read).toMatchObject({ kind: "message", text: said });
      }),
      { numRuns: 400 },
    );
  });

  it("arrives with the names of those they mention", () => {
    for (const html of [true, false])
      for (const escaped of [true, false])
        expect(
          readSaid("vertretung @Karl Weber <b>", { mention: true, mentions: [weber], html, escaped }),
        ).toMatchObject({
          text: "vertretung Karl Weber <b>",
        });
  });
});
