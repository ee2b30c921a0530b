import { clickSchema, executeSchema, fileAnswerSchema, refreshSchema } from "./activity-schemas.ts";
import { ANSWER_VERB, type Origin, REFRESH_VERB, type Read } from "./read.ts";

/** Was eine Antwort verlangt. */
export function readInvoke(name: unknown, value: unknown, origin: Origin): Read {
  const read = readByName(name, value, origin);
  return read ?? { ...origin, kind: "unknownInvoke" };
}

function readByName(name: unknown, value: unknown, origin: Origin): Read | undefined {
  if (name === "adaptiveCard/action") return readExecute(value, origin);
  return name === "fileConsent/invoke" ? readFileAnswer(value, origin) : undefined;
}

function readExecute(value: unknown, origin: Origin): Read | undefined {
  const execute = executeSchema.safeParse(value).data;
  if (execute === undefined) return undefined;
  const { action, trigger } = execute;
  if (action.verb === REFRESH_VERB) {
    const refresh = refreshSchema.safeParse(action.data).data;
    return refresh && { ...origin, kind: "refresh", about: refresh.about };
  }
  // What a client does by itself is nobody's answer.
  if (action.verb !== ANSWER_VERB || trigger === "automatic") return undefined;
  const click = clickSchema.safeParse(action.data).data;
  return click && { ...origin, kind: "click", click, isInvoke: true };
}

function readFileAnswer(value: unknown, origin: Origin): Read | undefined {
  const answer = fileAnswerSchema.safeParse(value).data;
  if (answer === undefined) return undefined;
  const { reference, name } = answer.context;
  const upload = answer.action === "accept" ? answer.uploadInfo : undefined;
  return { ...origin, kind: "fileAnswer", reference, name, upload };
}
