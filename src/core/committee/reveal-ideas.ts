import { ok } from "../kernel/result.ts";
import type { Given } from "./commands.ts";
import type { IdeaCommand } from "./commands-workshop.ts";
import { type Decided, refused } from "./decision.ts";
import { openIdeasBox } from "./open-ideas-box.ts";
import type { Slices } from "./state.ts";
import { ideasBox, moderates, openWorkshop, phaseNow } from "./workshop-now.ts";

/** Ideen aufdecken: the box of the anonymous ones is opened too; while they are still collected, the next box is made ready. */
export function revealIdeas(
  state: Slices,
  { sealedIdeas }: Extract<IdeaCommand, { type: "RevealIdeas" }>,
  { actor, today }: Given,
): Decided {
  const open = openWorkshop(state);
  if (!open.ok) return open;
  const workshop = open.value;
  if (!moderates(state, workshop, actor, today))
    return refused({ code: "ModeratorsOnly", moderators: workshop.moderators });
  if (workshop.revealed && workshop.sealed === 0) return refused({ code: "NothingHidden" });
  const box = openIdeasBox(state, workshop, sealedIdeas);
  const goesOn = box.closesBox !== undefined && phaseNow(workshop)?.kind === "ideas";
  return ok({
    ...box,
    events: [
      ...box.events,
      ...(workshop.revealed ? [] : [{ type: "IdeasRevealed", workshop: workshop.workshop } as const]),
    ],
    ...(goesOn ? { createsBox: ideasBox({ ...workshop, round: workshop.round + 1 }) } : {}),
  });
}
