import { cardProblems } from "./card-check.ts";
import type { Delivery } from "./courier.ts";
import { isJson, type Json, textIn } from "./json.ts";
import { ADAPTIVE_CARD, MOST_BYTES } from "./message-check.ts";
import type { Member, Message, Violation, World } from "./world.ts";

/** What the client makes of the answer to a click: a card becomes the personal view of the one who clicked. */
export function takeInvokeAnswer(world: World, message: Message, person: Member, { status, body }: Delivery): void {
  if (status !== 200) return;
  const note = (kind: Violation["kind"], detail: string): void => {
    world.violations.push({ at: world.now(), kind, request: "answer to adaptiveCard/action", detail });
  };
  if (Buffer.byteLength(JSON.stringify(body ?? null)) > MOST_BYTES) note("size", "the answer is too large");
  const problems = isJson(body) ? answerProblems(body) : ["the answer is no object"];
  for (const problem of problems) note("malformed", problem);
  if (problems.length === 0 && isJson(body) && body["type"] === ADAPTIVE_CARD && isJson(body["value"]))
    message.views.set(person.id, body["value"]);
}

function answerProblems(body: Json): readonly string[] {
  const { statusCode, type, value } = body;
  if (typeof statusCode !== "number" || textIn(body, "type") === undefined)
    return ["the answer has no statusCode or type"];
  if (type === ADAPTIVE_CARD) return cardProblems(value);
  if (type === "application/vnd.microsoft.activity.message")
    return typeof value === "string" ? [] : ["the answer says no message"];
  return type === "application/vnd.microsoft.error" ? [] : [`an answer of type "${String(type)}" is not known`];
}
