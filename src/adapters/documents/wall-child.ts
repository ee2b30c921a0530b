/** Entry of the child process that draws a wall: texts as JSON on standard input, the pictures as JSON on standard output. */
import { readFileSync } from "node:fs";
import { renderAsync } from "@resvg/resvg-js";
import { z } from "zod";
import { encodePng } from "./encode-png.ts";
import { readJob } from "./read-job.ts";
import { joinLetters } from "./svg-letters.ts";
import { createCompiler, typeset } from "./typst-compiler.ts";
import { type WallAnswer, type WallJob, wallJobSchema } from "./wall-job.ts";
import { layOut, type WallMeasures } from "./wall-layout.ts";
import type { WallItem, WallPage } from "./wall-pages.ts";

const SETTING = readFileSync(new URL("./tafel.typ", import.meta.url), "utf8");

const compiler = createCompiler();

const set = (input: object) => typeset(compiler, SETTING, JSON.stringify(input));

const notedSchema = z.tuple([z.object({ value: z.unknown() })]);

function measure(input: object): unknown {
  const [{ value }] = notedSchema.parse(compiler.query(set(input), { selector: "<maße>" }));
  return value;
}

/** What stands at its place. */
function placed(job: WallJob, item: WallItem): object {
  const section = job.sections[item.section];
  const { kind, x, y, width, height } = item;
  const box = { kind, x, y, width, height };
  if (item.kind === "section") return { ...box, head: section?.head ?? "", continued: item.isContinued };
  const { cards = [], ...panel } = section?.panels[item.panel] ?? {};
  return item.kind === "card" ? { ...box, ...cards[item.card] } : { ...box, ...panel, continued: item.isContinued };
}

const headsOn = (job: WallJob, { items }: WallPage): string[] =>
  items.flatMap((item) => (item.kind === "panel" ? [job.sections[item.section]?.panels[item.panel]?.head ?? ""] : []));

async function drawnPage(job: WallJob, measures: WallMeasures, page: WallPage, number: string) {
  const items = page.items.map((item) => placed(job, item));
  const whole = set({ ...job, kind: "page", maß: measures, height: page.height, page: number, items });
  const svg = joinLetters(compiler.plainSvg(whole));
  const width = measures.breite + 2 * measures.rand;
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: width },
    background: "white",
    font: { loadSystemFonts: false },
  });
  const png = await encodePng(image.pixels, image.width, image.height);
  return {
    base64: png.toString("base64"),
    width: image.width,
    height: image.height,
    heads: headsOn(job, page),
  };
}

/** While one page is being painted the next one is set. */
function drawn(job: WallJob): Promise<WallAnswer> {
  const { measures, pages } = layOut(job, measure);
  const numberOf = (index: number): string => (pages.length === 1 ? "" : `${index + 1}/${pages.length}`);
  return Promise.all(pages.map((page, index) => drawnPage(job, measures, page, numberOf(index))));
}

// Once for nothing: when the job comes, letters and code are in place.
await drawn({
  title: "–",
  lines: [],
  continued: "",
  sections: [{ panels: [{ head: "–", marks: "", dots: 0, cards: [] }] }],
});

const job = wallJobSchema.parse(readJob());
process.stdout.write(JSON.stringify(await drawn(job)));
