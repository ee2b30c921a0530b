import { blockLines, type Reply, type ReplyChoice } from "../../flows/reply.ts";

const WIDTH = 100;
const SHORT = 90;

/** Steuerzeichen, also those that move the cursor or turn the direction of reading, must not reach a terminal. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

export const printable = (text: string): string => text.replaceAll("\t", " ").replace(UNPRINTABLE, "�");

/** Ein Text in Zeilen: marked as the bot's, choices numbered from `firstNumber` (without: not shown), files with their path. */
export function replyLines(
  reply: Reply,
  firstNumber: number | undefined,
  pathOf: (reference: string) => string,
): readonly string[] {
  const lines = [
    ...reply.blocks.flatMap(blockLines),
    ...(firstNumber === undefined ? [] : choiceLines(reply.choices, firstNumber)),
    ...reply.files.map(({ reference }) => `Datei: ${pathOf(reference)}`),
  ].flatMap((line) => printable(line).split("\n"));
  const mark = reply.attention === true ? "! " : "» ";
  return lines.map((line, index) => `${index === 0 ? mark : "  "}${line}`.trimEnd());
}

/** Eine Zeile für anderswo: the beginning of what is said there. */
export function shortText(reply: Reply): string {
  const text = reply.blocks.flatMap(blockLines).join(" ").replace(/\s+/g, " ").trim();
  const shown = printable(text);
  if (shown.length <= SHORT) return shown;
  const cut = shown.slice(0, SHORT);
  const end = cut.lastIndexOf(" ");
  return `${end > SHORT / 2 ? cut.slice(0, end) : cut} …`;
}

/** In one line if they fit, else one below the other. */
function choiceLines(choices: readonly ReplyChoice[], first: number): readonly string[] {
  const numbered = choices.map(({ label }, index) => `[${first + index}] ${label}`);
  const line = numbered.join("  ");
  return choices.length === 0 || line.length <= WIDTH ? [line].filter((one) => one !== "") : numbered;
}
