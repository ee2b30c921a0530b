import type { Decision } from "./decision.ts";
import type { Slices } from "./state.ts";
import type { SystemCommand } from "./system-commands.ts";

/** Versandnachweis: once for each outcome of a letter. Of somebody who was not written to there is nothing to record. */
export function recordDispatch(
  { invitations }: Slices,
  command: Extract<SystemCommand, { type: "RecordDispatch" }>,
): Decision {
  const { type: _, ...dispatch } = command;
  const edition = invitations.get(command.meeting)?.editions.find((one) => one.edition === command.edition);
  const isRecipient = edition?.recipients.some(({ person }) => person === command.person) === true;
  const isKnown = edition?.dispatches.get(command.person)?.some(({ outcome }) => outcome === command.outcome) === true;
  return { events: isRecipient && !isKnown ? [{ type: "DispatchRecorded", ...dispatch }] : [] };
}
