import type { Block, Reply, ReplyChoice } from "../../../flows/reply.ts";
import { inOneLine, shortened, visibleText } from "../../chat/visible-text.ts";
import { NUMBER_KEYS } from "./choice-keys.ts";
import type { Piece, Shape } from "./piece.ts";

type Said = { readonly text: string; readonly shape: Shape };

const LONGEST_LABEL = 200;

/** Eine Antwort in Teilen; `choiceLine`: what a choice's command looks like where it is typed. */
export function replyPieces(reply: Reply, choiceLine: (command: string) => string): readonly Piece[] {
  const pieces: Piece[] = [];
  let block = 0;
  let unit = 0;
  let isBehindHeading = false;
  let before: Block["kind"] | undefined;
  const add = (kind: Block["kind"], said: readonly Said[]): void => {
    if (kind !== "text" || before !== "text") block += 1;
    if (!isBehindHeading) unit += 1;
    pieces.push(...said.map((one) => ({ ...one, block, unit })));
    before = kind;
    isBehindHeading = kind === "heading";
  };
  for (const one of reply.blocks) {
    if (one.kind === "figures") add("heading", [{ text: visibleText(one.title), shape: { kind: "heading" } }]);
    add(one.kind, saidBy(one));
  }
  if (reply.choices.length > 0)
    add(
      "list",
      reply.choices.map((choice, index) => choiceSaid(choice, index, choiceLine)),
    );
  return pieces;
}

function saidBy(block: Block): readonly Said[] {
  switch (block.kind) {
    case "text":
      return visibleText(block.text)
        .split("\n")
        .map((line) => ({ text: line, shape: { kind: "line" } }));
    case "heading":
      return [{ text: visibleText(block.text), shape: { kind: "heading" } }];
    case "list":
      return block.items.map((item, index) => ({
        text: visibleText(item),
        shape: block.ordered ? { kind: "numbered", number: index + 1 } : { kind: "bullet" },
      }));
    case "figures":
      return block.rows.map(({ label, count }) => ({ text: visibleText(label), shape: { kind: "figure", count } }));
  }
}

/** The label stands there only if it says more than the command. */
function choiceSaid({ label, command }: ReplyChoice, index: number, choiceLine: (command: string) => string): Said {
  const mark = NUMBER_KEYS[index] ?? "›";
  const isSame = label.toLowerCase() === command.toLowerCase();
  return {
    text: visibleText(choiceLine(command)),
    shape: { kind: "choice", mark, ...(!isSame && { label: shortened(inOneLine(label), LONGEST_LABEL) }) },
  };
}
