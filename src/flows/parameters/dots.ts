import { openWeighting, targetOf, weighable } from "../../core/committee/weighting-now.ts";
import { runningWorkshop } from "../../core/committee/workshop-now.ts";
import type { DotCount } from "../../core/workshop/events.ts";
import type { Weighting } from "../../core/workshop/state.ts";
import { noDotLine } from "../../texts/announcements-weighting.ts";
import { type Acceptor, absent, problem, type ReadingContext, taken, withHead, without } from "./acceptor.ts";

/** "2 auf 3", "3: 2", "3"; words for what is meant may stand in front of a number. */
const DOT =
  /^(?:(\d{1,6})\s*(?:punkte?\s+)?auf\s+(\d{1,6})|(\d{1,6})\s*[:=×x]\s*(\d{1,6})|(\d{1,6}))(?=$|[\s,;]|\.(?:\s|$))[\s,;.]*(?:und\s+)?/iu;
const FILLER = /(?<![\p{L}\p{N}])(?:gruppen?|ideen?|nr\.?|nummern?)\s+(?=\d)/giu;

/** Punkte: "3 5 5", "3: 1, 5: 2", "1 auf 3, 2 auf 5"; of the kind the open weighting is over. */
export const dots: Acceptor<readonly DotCount[]> = {
  sign: "NUMMERN",
  take(rest, { state }) {
    if (rest.head === "") return absent;
    let left = rest.head.replace(FILLER, "").replace(/^auf\s+/iu, "");
    const all: DotCount[] = [];
    while (left !== "") {
      const match = DOT.exec(left);
      if (match === null) return problem(noDotLine(rest.head));
      const [whole, before, on, target, behind, single] = match;
      const weighting = openWeighting(state) ?? ({ over: "ideas" } as const);
      all.push({
        target: targetOf(weighting, Number(on ?? target ?? single)),
        dots: Number(before ?? behind ?? 1),
      });
      left = left.slice(whole.length);
    }
    return taken(all, withHead(rest, ""));
  },
};

/** Ein Ziel nach seiner Nummer. */
export const dotTarget: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    if (rest.head === "") return absent;
    const match = /^(\d{1,6})\.?$/u.exec(rest.head.replace(FILLER, ""));
    return match === null ? problem(noDotLine(rest.head)) : taken(Number(match[1]), withHead(rest, ""));
  },
};

/** Nummer einer Gewichtung in front of another number. */
export const weightingAhead: Acceptor<number> = {
  sign: "GEWICHTUNG",
  take(rest) {
    const match = /^(\d{1,6})\s+(?=\D*\d)/u.exec(rest.head);
    return match === null ? absent : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Nummer einer Gewichtung, only if one is said. */
export const namedWeighting: Acceptor<number> = {
  sign: "NUMMER",
  take(rest) {
    const match = /^(\d{1,6})\.?(?=\s|$)/u.exec(rest.head);
    return match === null ? absent : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Punkte je Person oder Träger: "3 punkte", "3". */
export const dotBudget: Acceptor<number> = {
  sign: "ZAHL",
  take(rest) {
    const match = /^(\d{1,6})(?:\s*punkte?)?(?=\s|$)/iu.exec(rest.head);
    return match === null ? absent : taken(Number(match[1]), without(rest, 0, match[0].length));
  },
};

/** Nummern, über die gepunktet wird: "1, 2 und 5". */
export const targetNumbers: Acceptor<readonly number[]> = {
  sign: "1, 2, 5",
  take(rest) {
    const head = rest.head.replace(FILLER, "");
    const match = /^\d{1,6}(?:(?:\s*[,;]\s*|\s+und\s+|\s+)\d{1,6})*(?=\s|$)/iu.exec(head);
    if (match === null) return absent;
    const numbers = match[0].split(/\D+/u).map(Number);
    return taken(numbers, withHead(rest, head.slice(match[0].length)));
  },
};

/** Groups, if the open workshop has any with ideas in them. */
export function usualTargets({ state }: ReadingContext): Weighting["over"] {
  const workshop = runningWorkshop(state)?.workshop;
  return workshop !== undefined && weighable(state, workshop, "groups").length > 0 ? "groups" : "ideas";
}
