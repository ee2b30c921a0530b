import { Application } from "@microsoft/teams-ai/lib/Application.js";
import { ActivityTypes, type TurnContext } from "botbuilder";
import type { Request, Response } from "express";
import type { Acted } from "../conversation.ts";
import type { Read } from "../reading/read.ts";
import { readActivity } from "../reading/read-activity.ts";
import type { TeamsSettings } from "../teams-parts.ts";
import type { GuardedAdapter } from "./guarded-adapter.ts";
import { createInOrder } from "./in-order.ts";

/** Acts on what somebody did; `answered` resolves to whether our answer to the request has left. */
type Act = (read: Read, answered: Promise<boolean>) => Promise<Acted>;

/** The packages' application, reduced to routing: no turn state, no typing, and answers to invokes of our own. */
export function createBot(
  adapter: GuardedAdapter,
  { appId }: TeamsSettings,
  act: Act,
  note: (code: string, detail?: string) => void,
): (request: Request, response: Response) => Promise<void> {
  const order = createInOrder();
  const turns = new WeakMap<
    TurnContext,
    { readonly ticket: ReturnType<typeof order.enter>; readonly answered: Promise<boolean> }
  >();
  const app = new Application({
    adapter,
    botAppId: appId ?? "",
    startTypingTimer: false,
    removeRecipientMention: false,
  });
  app.addRoute(
    async () => true,
    async (context) => {
      const turn = turns.get(context);
      if (turn === undefined) return;
      await turn.ticket.turn;
      const acted = act(readActivity(context.activity, context.activity.recipient?.id ?? ""), turn.answered);
      turn.ticket.leave();
      const body = await acted.catch((error: unknown) => {
        note("turn-failed", error instanceof Error ? (error.stack ?? error.message) : "unknown");
        // The packages would answer with its text.
        throw new Error("");
      });
      // With an answer of ours in place the packages add none; theirs show one person's view to all.
      if (context.activity.type === ActivityTypes.Invoke)
        await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    },
  );

  return async (request, response) => {
    const answered = new Promise<boolean>((resolve) => {
      response.once("finish", () => resolve(true));
      response.once("close", () => resolve(response.writableFinished));
    });
    const ticket = order.enter(conversationOf(request.body));
    try {
      const processed = adapter.process(request, response, async (context) => {
        turns.set(context, { ticket, answered });
        await app.run(context);
      });
      // The packages name themselves in every answer.
      response.removeHeader("user-agent");
      await processed;
    } catch {
      // What is no activity fails in the packages before they look at who sent it.
      if (!response.headersSent) response.status(400).end();
    } finally {
      ticket.leave();
    }
  };
}

function conversationOf(body: unknown): string {
  if (typeof body !== "object" || body === null || !("conversation" in body)) return "";
  const { conversation } = body;
  if (typeof conversation !== "object" || conversation === null || !("id" in conversation)) return "";
  return typeof conversation.id === "string" ? conversation.id : "";
}
