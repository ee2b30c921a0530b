/**
 * Entry of the child process: the formats it gets ready for as arguments, one job as JSON on standard input, one answer as JSON on
 * standard output.
 */
import { z } from "zod";
import { DocumentFault } from "./document-fault.ts";
import { readJob } from "./read-job.ts";
import type { RenderAnswer } from "./render-answer.ts";
import { loadWriters, renderPaperHere } from "./render-paper.ts";

const formatSchema = z.enum(["md", "txt", "html", "docx", "pdf"]);

const jobSchema = z.strictObject({
  kind: z.enum(["agenda", "attendance", "minutes", "report", "invitation", "wall", "documentation"]),
  version: z.enum(["public", "internal"]),
  view: z.unknown(),
  formats: z.array(formatSchema),
  templatesFolder: z.string(),
});

async function answer(): Promise<RenderAnswer> {
  try {
    const files = await renderPaperHere(jobSchema.parse(readJob()));
    const encoded = files.map(({ bytes, ...file }) => ({ ...file, base64: Buffer.from(bytes).toString("base64") }));
    return { status: "rendered", files: encoded };
  } catch (error) {
    if (!(error instanceof DocumentFault) || error.code === "timeout" || error.code === "child-crashed") throw error;
    const { file, line, path } = error.place;
    const place = { ...(file && { file }), ...(line && { line }), ...(path && { path }) };
    return { status: "fault", code: error.code, message: error.message, place };
  }
}

await loadWriters(z.array(formatSchema).parse(process.argv.slice(2)));
process.stdout.write(JSON.stringify(await answer()));
