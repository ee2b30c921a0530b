import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";

/** Typst's own fonts, one for emoji, and those of the machine. It keeps memory for every document, so it belongs in a short-lived process. */
export function createCompiler(): NodeCompiler {
  const place = import.meta.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf");
  const emoji = readFileSync(fileURLToPath(place));
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: [emoji] }] });
}

/** Sets what comes as JSON; nothing of it is ever read as Typst source. */
export function typeset(compiler: NodeCompiler, setting: string, json: string): NodeTypstDocument {
  const compiled = compiler.compile({ mainFileContent: setting, inputs: { dok: json } });
  const document = compiled.result;
  if (document !== null) return document;
  const error = compiled.takeError();
  const why =
    error === null ? "typst gave no document" : JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 800);
  throw new Error(why);
}
