import { createHash, randomBytes, randomUUID } from "node:crypto";

/** How Teams calls a person towards one bot: another bot knows the same person by another id. */
export const personId = (appId: string, objectId: string): string =>
  `29:1${createHash("sha512").update(`${appId}|${objectId}`).digest("base64url").slice(0, 85)}`;

/** The chat of one person with the bot. */
export const personalChatId = (person: string): string =>
  `a:1${createHash("sha512").update(person).digest("base64url").slice(0, 85)}`;

export const groupChatId = (): string => `19:${randomBytes(16).toString("hex")}@thread.v2`;

export const channelId = (): string => `19:${randomBytes(16).toString("hex")}@thread.tacv2`;

export const invokeId = (): string => `f:${randomUUID()}`;

/** Without the thread of a channel, and the thread. */
export function splitConversation(id: string): { readonly base: string; readonly thread: string | undefined } {
  const [base = "", thread] = id.split(";messageid=", 2);
  return { base, thread };
}
