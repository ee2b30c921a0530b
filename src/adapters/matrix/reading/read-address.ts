import { behindPrefix, nameAtStart, withoutNameAtEnd } from "./called-name.ts";
import type { Message } from "./event-schemas.ts";
import { shownNames } from "./own-links.ts";
import type { Address, Me } from "./read.ts";

type Addressed = { readonly text: string; readonly address: Address };

/**
 * An wen ein Text geht, and the text without it. `isAnswer`: it answers another message, or changes one that may; clients then name
 * whom they answer among the mentions by themselves, so that only a name in the text itself counts.
 */
export function readAddress(body: string, message: Message, me: Me, isAnswer: boolean): Addressed {
  const text = body.trim();
  const commanded = behindPrefix(text, me.prefix);
  if (commanded !== undefined) return { text: commanded, address: "prefix" };

  const pills = shownNames(message.formatted_body ?? "", me);
  const names = [me.userId, ...pills, ...ownNames(me)];
  const start = nameAtStart(text, names, me.userId);
  if (!isMentioned(message, me, isAnswer, pills.length > 0) && !isNamed(message, me, start))
    return { text, address: "none" };
  const rest = start?.rest ?? withoutNameAtEnd(text, names, me.userId);
  return { text: behindPrefix(rest, me.prefix) ?? rest, address: "mention" };
}

function isMentioned(message: Message, me: Me, isAnswer: boolean, hasPill: boolean): boolean {
  const listed = isListed(message, me);
  return listed !== false && (hasPill || (listed === true && !isAnswer));
}

/** A name followed by a blank may be talk about the bot; the client knows, or is too old to. */
function isNamed(message: Message, me: Me, start: ReturnType<typeof nameAtStart>): boolean {
  if (start === undefined || start.isCall) return start !== undefined;
  const listed = isListed(message, me);
  return listed === true || (listed === undefined && start.name === me.displayName?.trim());
}

/** Undefined: an old client, which lists nobody. */
const isListed = (message: Message, me: Me): boolean | undefined => message["m.mentions"]?.user_ids.includes(me.userId);

function ownNames({ userId, displayName }: Me): readonly string[] {
  const localpart = userId.slice(1).split(":", 1)[0] ?? "";
  return displayName === undefined ? [localpart] : [displayName.trim(), localpart];
}
