import { sliceOf } from "../../core/committee/slice-of.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { openWeighting } from "../../core/committee/weighting-now.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { entry } from "../../core/kernel/table.ts";
import { seatsOn } from "../../core/membership/queries.ts";
import type { Weighting } from "../../core/workshop/state.ts";
import {
  dotTurnout,
  dotTurnoutHidden,
  isOver,
  noInterimResult,
  weightingRuns,
  weightingWasCancelled,
} from "../../texts/announcements-weighting.ts";
import { heading, type Reply, reply } from "../reply.ts";
import { LEAST_TURNOUT } from "./secret-turnout.ts";
import type { Happened } from "./telling.ts";
import { factsOf, roomChoices } from "./weighting-lines.ts";

/** Beteiligung an der Gewichtung in the rooms, from the first dots on: how many have placed theirs, never where. */
export function weightingMessages({ events, after, today }: Happened): readonly Reply[] {
  const numbers = new Set(
    events.flatMap((event) => {
      if (event.type === "EntryReverted")
        return event.label === "DotsPlaced" ? (openWeighting(after)?.weighting ?? []) : [];
      return "weighting" in event && sliceOf[event.type] === "workshops" ? [event.weighting] : [];
    }),
  );
  return [...numbers].flatMap((number) => {
    const weighting = entry(after.workshops.weightings, number);
    return weighting === undefined || weighting.placed.size === 0 ? [] : [message(after, weighting, today)];
  });
}

function message(state: CommitteeState, weighting: Weighting, today: LocalDate): Reply {
  const live = `gewichtung-${weighting.weighting}`;
  const everyone = { kind: "everyone" } as const;
  if (weighting.status !== "open") return reply(everyone, [whereItStands(weighting)], { live, over: true });
  const lines = [heading(whereItStands(weighting)), turnoutLine(state, weighting, today), noInterimResult()];
  return reply(everyone, lines, { live, choices: roomChoices(weighting) });
}

export function whereItStands(weighting: Weighting): string {
  if (weighting.status === "closed") return isOver(weighting.weighting);
  if (weighting.status === "cancelled") return weightingWasCancelled(weighting.weighting);
  return weightingRuns(factsOf(weighting));
}

/** Of a secret one not while so few have placed that faces would tell. */
export function turnoutLine(state: CommitteeState, { mode, per, placed }: Weighting, today: LocalDate): string {
  if (mode === "secret" && placed.size < LEAST_TURNOUT) return dotTurnoutHidden(LEAST_TURNOUT);
  return dotTurnout(placed.size, per === "seat" ? seatsOn(state.membership, today).length : undefined);
}
