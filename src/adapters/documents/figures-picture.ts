import { fileURLToPath } from "node:url";
import type { Figures } from "../../flows/reply.ts";
import { type FiguresJob, figuresAnswerSchema } from "./figures-answer.ts";
import { type ChildProgram, crashed, runChild, writtenJson } from "./run-child.ts";
import { shownText } from "./shown-text.ts";

/** Schaubild: a PNG and its size in pixels. */
export type FiguresPicture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

const PROGRAM: ChildProgram = {
  entry: fileURLToPath(new URL("./figures-child.ts", import.meta.url)),
  args: [],
  memoryMegabytes: 256,
};
const NAME = "Schaubild";
const LONGEST_TITLE = 160;
const LONGEST_LABEL = 60;

/** Draws a result as bars, in a process of its own: the compiler keeps memory for every document. Rejects with DocumentFault. */
export async function drawFigures({ title, rows }: Figures): Promise<FiguresPicture> {
  const job: FiguresJob = {
    title: shownText(title, LONGEST_TITLE),
    rows: rows.map(({ label, count }) => ({ label: shownText(label, LONGEST_LABEL), count })),
  };
  const end = await runChild({ program: PROGRAM, file: NAME, job: JSON.stringify(job), timeoutMilliseconds: 30_000 });
  const answer = figuresAnswerSchema.safeParse(writtenJson(end));
  if (!answer.success) throw crashed(NAME, end);
  const { base64, ...size } = answer.data;
  return { bytes: Buffer.from(base64, "base64"), ...size };
}
