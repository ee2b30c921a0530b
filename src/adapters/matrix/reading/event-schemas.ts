import { z } from "zod";
import { sealedFileSchema } from "../open-file.ts";

/** Only what is read here; anything else may stand beside it. */
export const eventSchema = z.object({
  type: z.string(),
  sender: z.string(),
  content: z.record(z.string(), z.unknown()),
  state_key: z.unknown().optional(),
});

const id = z.string().min(1).max(255);

/** Whatever is wrong with it, a relation is then simply none. */
const relationSchema = z
  .object({
    rel_type: z.string().optional(),
    event_id: id.optional(),
    key: z.string().optional(),
    is_falling_back: z.boolean().optional().catch(undefined),
    "m.in_reply_to": z.object({ event_id: id }).optional().catch(undefined),
  })
  .optional()
  .catch(undefined);
export type Relation = z.infer<typeof relationSchema>;

export const relatedSchema = z.object({ "m.relates_to": relationSchema });

/** A message, or the new content of one. Without `m.mentions` it comes from an old client. */
export const messageSchema = z.object({
  msgtype: z.string(),
  body: z.string(),
  formatted_body: z.string().optional().catch(undefined),
  filename: z.string().optional().catch(undefined),
  "m.mentions": z
    .object({ user_ids: z.array(z.unknown()).catch([]) })
    .optional()
    .catch({ user_ids: [] }),
  "m.relates_to": relationSchema,
});
/** Where a file was put; a sealed one counts before what lies in the clear. */
export const putSchema = z.union([
  z.object({ file: sealedFileSchema }),
  z.object({ file: z.undefined().optional(), url: z.string() }).transform(({ url }) => ({ url })),
]);
export type Message = z.infer<typeof messageSchema>;

export const editSchema = z.object({ "m.new_content": messageSchema });

const POLL_RESPONSE = "org.matrix.msc3381.poll.response";
export const POLL_RESPONSES: readonly string[] = [POLL_RESPONSE, "m.poll.response"];
const answers = z.array(z.unknown());

/** The answers, in whichever place a client puts them. */
export const pollResponseSchema = z
  .union([
    z.object({ [POLL_RESPONSE]: z.object({ answers }) }).transform((content) => content[POLL_RESPONSE].answers),
    z.object({ "m.selections": answers }).transform((content) => content["m.selections"]),
    z.object({ answers }).transform((content) => content.answers),
  ])
  .transform((given) => given.filter((answer) => typeof answer === "string"));
