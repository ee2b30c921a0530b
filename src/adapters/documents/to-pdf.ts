import { readFileSync } from "node:fs";
import type { PaperMeta } from "./paper-meta.ts";
import type { PaperTree } from "./paper-tree.ts";
import { createCompiler, typeset } from "./typst-compiler.ts";

const SETTING = readFileSync(new URL("./dokument.typ", import.meta.url), "utf8");

const compiler = createCompiler();

/**
 * The paper as tagged PDF (PDF/UA-1). The compiler keeps memory for every document, so this belongs in a short-lived process.
 * The tree travels as JSON; nothing of it is ever read as Typst source.
 */
export function paperToPdf(tree: PaperTree, meta: PaperMeta): Uint8Array {
  const json = JSON.stringify({ meta, tree }, (key, value) => (key === "value" ? breakable(value) : value));
  const document = typeset(compiler, SETTING, json);
  return compiler.pdf(document, {
    pdfTags: true,
    pdfStandard: "ua-1",
    creationTimestamp: Math.floor(Date.parse(meta.created) / 1000),
  });
}

/** Text of a node; Typst would let a word without end run off the page: every 30 characters it may break. */
function breakable(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.replace(/\S{60,}/gu, (word) => word.replace(/.{30}(?=.)/gsu, "$&\u200B"));
}
