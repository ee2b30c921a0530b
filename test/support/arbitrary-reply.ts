import fc from "fast-check";
import { type Block, type Recipient, type Reply, reply } from "../../src/flows/reply.ts";

/** Text, mostly short, sometimes far longer than a message may be, with what a platform could take for structure. */
function arbitraryText(hostile: readonly string[]): fc.Arbitrary<string> {
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(...hostile),
    fc.constantFrom("\n", " ", "Antrag", "😀👩‍👩‍👧", "<".repeat(50), "{".repeat(20), '"\\'),
  );
  return fc
    .tuple(fc.array(word, { maxLength: 6 }), fc.constantFrom(1, 1, 1, 1, 50, 700))
    .map(([words, times]) => words.join("").repeat(times));
}

/** Replies of every kind of block, made of such text. */
export function arbitraryReply(to: Recipient, hostile: readonly string[]): fc.Arbitrary<Reply> {
  const text = arbitraryText(hostile);
  const row = fc.record({ label: text, count: fc.nat(1000) });
  const block: fc.Arbitrary<Block> = fc.oneof(
    text.map((line): Block => ({ kind: "text", text: line })),
    text.map((line): Block => ({ kind: "heading", text: line })),
    fc
      .record({ items: fc.array(text, { maxLength: 8 }), ordered: fc.boolean() })
      .map((list): Block => ({ kind: "list", ...list })),
    fc
      .record({ title: text, rows: fc.array(row, { maxLength: 5 }) })
      .map((figures): Block => ({ kind: "figures", ...figures })),
  );
  const choice = fc.record({ label: fc.string({ maxLength: 30 }), command: text });
  return fc
    .record({ blocks: fc.array(block, { maxLength: 8 }), choices: fc.array(choice, { maxLength: 12 }) })
    .map(({ blocks, choices }) => reply(to, blocks, { choices }));
}
