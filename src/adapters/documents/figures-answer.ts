import { z } from "zod";

/** What the child process that draws is asked for, and what it writes to its standard output. */
export const figuresJobSchema = z.strictObject({
  title: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), count: z.int().nonnegative() })).max(100),
});

export const figuresAnswerSchema = z.strictObject({ base64: z.string(), width: z.int(), height: z.int() });

export type FiguresJob = z.infer<typeof figuresJobSchema>;
export type FiguresAnswer = z.infer<typeof figuresAnswerSchema>;
