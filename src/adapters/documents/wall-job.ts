import { z } from "zod";

const card = z.strictObject({
  /** "12" */
  number: z.string(),
  text: z.string(),
  /** "3 Punkte, 2 unterstützen"; empty where there is nothing to say. */
  marks: z.string(),
  dots: z.int().nonnegative(),
});

const panel = z.strictObject({
  head: z.string(),
  marks: z.string(),
  dots: z.int().nonnegative(),
  /** Which of the colours; none for ideas in no group. */
  tone: z.int().nonnegative().exactOptional(),
  cards: z.array(card),
});

/** Auftrag für die Tafel als Bild: all texts ready to be shown. */
export const wallJobSchema = z.strictObject({
  title: z.string(),
  /** What stands below the title on the first picture. */
  lines: z.array(z.string()),
  /** Behind the head of what goes on from the picture before: "Fortsetzung". */
  continued: z.string(),
  sections: z.array(z.strictObject({ head: z.string().exactOptional(), panels: z.array(panel) })),
});

/** `heads`: of the panels on this picture, for those who cannot see it. */
export const wallAnswerSchema = z.array(
  z.strictObject({ base64: z.string(), width: z.int(), height: z.int(), heads: z.array(z.string()) }),
);

export type WallJob = z.infer<typeof wallJobSchema>;
export type WallPanel = z.infer<typeof panel>;
export type WallAnswer = z.infer<typeof wallAnswerSchema>;
