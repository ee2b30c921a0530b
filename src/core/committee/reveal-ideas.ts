import { ok, type Result } from "../kernel/result.ts";
import { entries } from "../kernel/table.ts";
import type { Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { IdeaCommand } from "./commands-workshop.ts";
import { type Decided, refused } from "./decision.ts";
import { openIdeasBox } from "./open-ideas-box.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { ideasBox, moderates, openWorkshop, phaseNow, runningWorkshop } from "./workshop-now.ts";

/** Ideen aufdecken, also after the workshop was closed: the box of the anonymous ones is opened too; while they are still collected, the next box is made ready. */
export function revealIdeas(
  state: Slices,
  { sealedIdeas }: Extract<IdeaCommand, { type: "RevealIdeas" }>,
  { actor, today }: Given,
): Decided {
  const meant = workshopToReveal(state);
  if (!meant.ok) return meant;
  const workshop = meant.value;
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

/** The open one, if something of it is hidden; else the last that was closed before its ideas were shown. Its box was opened when it closed. */
function workshopToReveal(state: Slices): Result<Workshop, Refusal> {
  const running = runningWorkshop(state);
  if (running !== undefined && (!running.revealed || running.sealed > 0)) return ok(running);
  const closed = entries(state.workshops.workshops).findLast((one) => one.status === "closed" && !one.revealed);
  return closed === undefined ? openWorkshop(state) : ok(closed);
}
