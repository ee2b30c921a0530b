import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** What an invitation says, by the names of the rules ("ort", "beginn", "tagesordnung"). */
export type InvitationContent = Readonly<Record<string, string | readonly unknown[] | null | undefined>>;

export type InvitationRuling = Derivation<"invite.required"> & {
  readonly isComplete: boolean;
  readonly missing: readonly string[];
};

/** Pflichtangaben der Einladung (GO): what is missing. An empty text and an empty list are missing. */
export function invitationContent(rules: Rules, content: InvitationContent): InvitationRuling {
  const setting = rules.invite.required;
  const missing = setting.value.filter((field) => isEmpty(Object.hasOwn(content, field) ? content[field] : undefined));
  return {
    rule: "invite.required",
    citation: cite("invite.required", setting),
    alsoFrom: [],
    isComplete: missing.length === 0,
    missing,
  };
}

function isEmpty(given: InvitationContent[string]): boolean {
  if (given === undefined || given === null) return true;
  return typeof given === "string" ? given.trim() === "" : given.length === 0;
}
