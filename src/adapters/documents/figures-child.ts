/** Entry of the child process that draws: figures as JSON on standard input, the picture as JSON on standard output. */
import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { encodePng } from "./encode-png.ts";
import { type FiguresAnswer, type FiguresJob, figuresJobSchema } from "./figures-answer.ts";
import { readJob } from "./read-job.ts";
import { createCompiler, typeset } from "./typst-compiler.ts";

const SETTING = readFileSync(new URL("./schaubild.typ", import.meta.url), "utf8");

const compiler = createCompiler();

/** Letters come out as outlines, so that whoever reads the SVG needs no fonts. */
function figuresToSvg(job: FiguresJob): string {
  return compiler.plainSvg(typeset(compiler, SETTING, JSON.stringify(job)));
}

async function svgToPng(svg: string): Promise<FiguresAnswer> {
  const options = {
    fitTo: { mode: "width", value: 800 },
    background: "white",
    font: { loadSystemFonts: false },
  } as const;
  const image = new Resvg(svg, options).render();
  const { width, height } = image;
  const png = await encodePng(image.pixels, width, height);
  return { base64: png.toString("base64"), width, height };
}

const job = figuresJobSchema.parse(readJob());
process.stdout.write(JSON.stringify(await svgToPng(figuresToSvg(job))));
