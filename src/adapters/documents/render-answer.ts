import { z } from "zod";

/** What the child process writes to its standard output, as one JSON document. */
export const renderAnswerSchema = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("rendered"),
    files: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() })),
  }),
  z.strictObject({
    status: z.literal("fault"),
    code: z.enum(["template-missing", "template-invalid", "view-invalid", "render-failed"]),
    message: z.string(),
    place: z.object({
      file: z.string().exactOptional(),
      line: z.int().exactOptional(),
      path: z.string().exactOptional(),
    }),
  }),
]);

export type RenderAnswer = z.infer<typeof renderAnswerSchema>;
