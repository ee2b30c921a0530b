import { z } from "zod";
import { CHOICE_INPUT, type Click, TEXT_INPUT } from "./read.ts";

/** Only what is read here; anything else may stand beside it. */
const id = z.string().min(1).max(1_000);
const orNone = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const address = z.url({ protocol: /^https?$/ }).max(4_000);

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

const accountSchema = z
  .object({ id, aadObjectId: orNone(z.string().toLowerCase().regex(GUID)) })
  .transform((account) => ({ id: account.id, objectId: account.aadObjectId }));

export const originSchema = z.object({
  id,
  // The packages make an object of it.
  timestamp: orNone(z.union([z.iso.datetime(), z.date().transform((date) => date.toISOString())])),
  serviceUrl: address,
  conversation: z.object({
    id,
    conversationType: z.enum(["personal", "groupChat", "channel"]).nullish(),
    isGroup: orNone(z.boolean()),
    tenantId: orNone(id),
  }),
  from: orNone(accountSchema),
  recipient: orNone(z.object({ id, name: orNone(z.string()) })),
  replyToId: orNone(id),
  channelData: orNone(z.object({ tenant: orNone(z.object({ id })), team: orNone(z.object({ id })) })),
});
export type Activity = z.infer<typeof originSchema>;

export const typeSchema = z.object({
  type: z.string(),
  name: z.unknown().optional(),
  action: z.unknown().optional(),
  value: z.unknown().optional(),
  channelData: orNone(z.object({ eventType: orNone(z.string()) })),
});

export const messageSchema = z.object({
  text: z.string().nullish(),
  textFormat: orNone(z.string()),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).catch([]),
  entities: z.array(z.unknown()).catch([]),
});

export const attachmentSchema = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
  contentUrl: z.unknown().optional(),
});

/** A file of the person's own place, and where it can be had for a while without a token. */
export const downloadSchema = z.object({ downloadUrl: address });
export const addressSchema = address;

export const membersSchema = z.object({
  membersAdded: z.array(z.unknown()).catch([]),
  membersRemoved: z.array(z.unknown()).catch([]),
});
export const memberSchema = z.object({ id });

const about = z.string().min(1).max(200);

const command = z.string().min(1).max(6_000);

/** What was filled in lies beside what the button brings, under the ids of the inputs. What is too long is refused in words, not here. */
export const clickSchema = z
  .object({
    command,
    about: about.optional(),
    isPrivate: z.literal(true).optional(),
    nonce: z.string().min(1).max(100),
    field: z.string().min(1).max(200).optional(),
    [TEXT_INPUT]: orNone(z.string()),
    [CHOICE_INPUT]: orNone(command),
  })
  .transform(({ field, [TEXT_INPUT]: text = "", [CHOICE_INPUT]: chosen, ...click }): Click => {
    if (field === undefined) return click;
    return { ...click, command: chosen ?? click.command, filled: { key: field, text } };
  });

export const refreshSchema = z.object({ about });

export const executeSchema = z.object({
  action: z.object({ verb: z.string(), data: z.unknown().optional() }),
  trigger: orNone(z.string()),
});

const contextSchema = z.object({ reference: z.string().min(1).max(1_000), name: z.string().max(1_000) });

export const fileAnswerSchema = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("accept"),
    context: contextSchema,
    uploadInfo: z.object({
      uploadUrl: address,
      contentUrl: address,
      uniqueId: z.string().max(1_000),
      fileType: z.string().max(100),
    }),
  }),
  z.object({ action: z.literal("decline"), context: contextSchema }),
]);
