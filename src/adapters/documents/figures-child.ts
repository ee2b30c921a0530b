/** Entry of the child process that draws: figures as JSON on standard input, the picture as JSON on standard output. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { type FiguresAnswer, type FiguresJob, figuresJobSchema } from "./figures-answer.ts";

const SETTING = new URL("./schaubild.typ", import.meta.url);

/** Letters come out as outlines, so that whoever reads the SVG needs no fonts. */
function figuresToSvg(job: FiguresJob): string {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname });
  const compiled = compiler.compile({
    mainFileContent: readFileSync(SETTING, "utf8"),
    inputs: { dok: JSON.stringify(job) },
  });
  const document = compiled.result;
  if (document !== null) return compiler.plainSvg(document);
  const error = compiled.takeError();
  throw new Error(error === null ? "typst gave no document" : JSON.stringify(compiler.fetchDiagnostics(error)));
}

async function svgToPng(svg: string): Promise<FiguresAnswer> {
  const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await initWasm(readFileSync(wasm));
  const image = new Resvg(svg, { fitTo: { mode: "width", value: 800 }, background: "white" }).render();
  const { width, height } = image;
  return { base64: Buffer.from(image.asPng()).toString("base64"), width, height };
}

const job = figuresJobSchema.parse(JSON.parse(readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify(await svgToPng(figuresToSvg(job))));
