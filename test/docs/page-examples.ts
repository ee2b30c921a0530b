/** Beispiel einer Seite: a line somebody types in the chat, and what must appear before the next one. */
export type ChatLine = {
  readonly kind: "chat";
  readonly line: number;
  readonly typed: string;
  readonly expected: readonly Expected[];
};

/** A call of the program, what it is answered when it asks, and what it must show. */
export type Call = {
  readonly kind: "call";
  readonly line: number;
  readonly args: readonly string[];
  readonly answers: readonly string[];
  readonly expected: readonly Expected[];
};

/** A block with a name after its language (```yaml name.yaml) is a file in the folder of the page. */
export type WrittenFile = {
  readonly kind: "file";
  readonly line: number;
  readonly name: string;
  readonly content: string;
};

export type Expected = { readonly line: number; readonly text: string };
export type Example = ChatLine | Call | WrittenFile;

/** `info` is what stands behind the fence; "vorher" for a comment that prepares the examples of a page. */
type Block = { readonly line: number; readonly info: string; readonly lines: readonly string[] };

/** What can be in a page, and whether it is played. */
const PLAYED = new Set(["text", "console", "vorher"]);

const CALL = "$ npx sitzungsdienst ";
const TYPED = "> ";
const LEFT_OUT = "…";

/**
 * Beispiele einer Seite, in their order. In ```text, "> " begins what a person types and every other line must appear as an answer;
 * in ```console, "$ " begins a call of the program. "…" stands for lines left out.
 */
export function examplesOf(markdown: string): readonly Example[] {
  return blocksOf(markdown).flatMap((block): readonly Example[] => {
    if (PLAYED.has(block.info)) return block.info === "console" ? callsIn(block) : chatIn(block);
    const name = /^\w+ (\S+)$/.exec(block.info)?.[1];
    return name === undefined ? [] : [fileOf(block, name)];
  });
}

/** Fenced blocks, also those in a list, and comments that begin with "vorher". */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { line: number; info: string; lines: string[]; end: RegExp; indent: number } | undefined;
  for (const [index, text] of markdown.split("\n").entries()) {
    if (open === undefined) open = openedBy(text, index + 1);
    else if (open.end.test(text)) {
      blocks.push(open);
      open = undefined;
    } else open.lines.push(text.slice(0, open.indent).trim() === "" ? text.slice(open.indent) : text);
  }
  if (open !== undefined) throw new Error(`line ${open.line}: this block has no end`);
  return blocks;
}

function openedBy(text: string, line: number) {
  if (text.trim() === "<!-- vorher") return { line, info: "vorher", lines: [], end: /^-->$/, indent: 0 };
  const fence = /^(\s*)```(.*)$/.exec(text);
  if (fence === null) return undefined;
  const [, indent = "", info = ""] = fence;
  return { line, info: info.trim(), lines: [], end: /^\s*```$/, indent: indent.length };
}

function chatIn(block: Block): readonly ChatLine[] {
  return sectionsOf(block, TYPED).map(({ line, head, rest }) => ({
    kind: "chat",
    line,
    typed: head.slice(TYPED.length),
    expected: rest,
  }));
}

function callsIn(block: Block): readonly Call[] {
  return sectionsOf(block, "$ ").map(({ line, head, rest }) => {
    if (!head.startsWith(CALL)) throw new Error(`line ${line}: not a call of the program: ${head}`);
    const answers = rest.filter(({ text }) => text.startsWith(TYPED)).map(({ text }) => text.slice(TYPED.length));
    const expected = rest.filter(({ text }) => !text.startsWith(TYPED));
    return { kind: "call", line, args: head.slice(CALL.length).split(/\s+/), answers, expected };
  });
}

type Section = { readonly line: number; readonly head: string; readonly rest: Expected[] };

/** A marked line and those below it. */
function sectionsOf({ line: first, lines }: Block, mark: string): readonly Section[] {
  const sections: Section[] = [];
  for (const [index, text] of lines.entries()) {
    const line = first + index + 1;
    const last = sections.at(-1);
    if (text.startsWith(mark)) sections.push({ line, head: text, rest: [] });
    else if (last === undefined) throw new Error(`line ${line}: an answer before anything was typed: ${text}`);
    else if (text.trim() !== "" && text.trim() !== LEFT_OUT) last.rest.push({ line, text });
  }
  return sections;
}

function fileOf({ line, lines }: Block, name: string): WrittenFile {
  return { kind: "file", line, name, content: `${lines.join("\n")}\n` };
}
