import type { WorkshopDaysChange } from "../../core/committee/commands-workshop.ts";
import { workshopsAhead } from "../../core/committee/workshop-now.ts";
import { foldGerman } from "../../core/kernel/fold-german.ts";
import { noWorkshopNamed, oneDayForOne, whichWorkshop, workshopFrom } from "../../texts/announcements-workshop.ts";
import { excerpt } from "../../texts/prompts.ts";
import {
  type Acceptor,
  absent,
  problem,
  type ReadingContext,
  type Suggestion,
  taken,
  withHead,
  without,
} from "./acceptor.ts";
import { workshopDays } from "./date-polls.ts";
import { appointment } from "./dates.ts";
import { FROM_TO } from "./meetings.ts";
import { quotationsIn } from "./quotes.ts";

/** A number in front, but not that of a day: "2", "2 auf …". */
const NUMBER = /^(?:nr\.?\s+|nummer\s+)?(\d{1,4})(?=$|\s+(?:auf|vom)\s)/iu;

/** Welcher Workshop, by its title in quotation marks or its number; with several ahead it has to be said, unless a day of it says so. */
export const workshopAheadNamed: Acceptor<number> = {
  sign: '"TITEL"',
  take(rest, context) {
    const [quotation] = quotationsIn(rest.head);
    if (quotation?.start === 0) {
      const found = workshopsAhead(context.state).find(
        ({ title }) => foldGerman(title) === foldGerman(quotation.inner),
      );
      if (found === undefined)
        return problem(noWorkshopNamed(excerpt(quotation.inner)), rest.head.slice(0, quotation.end), offersOf(context));
      return taken(found.workshop, without(rest, 0, quotation.end));
    }
    const number = NUMBER.exec(rest.head);
    if (number !== null) return taken(Number(number[1]), without(rest, 0, number[0].length));
    return absent;
  },
};

/** The same where nothing else on the line can tell which one is meant. */
export const workshopAheadMeant: Acceptor<number> = {
  ...workshopAheadNamed,
  take(rest, context) {
    const named = workshopAheadNamed.take(rest, context);
    const offers = offersOf(context);
    if (named.kind !== "absent" || offers.length < 2) return named;
    const typed = rest.head === "" ? undefined : rest.head;
    const behind = typed === undefined ? "" : ` ${typed}`;
    return problem(
      whichWorkshop(),
      typed,
      offers.map(({ label, instead }) => ({ label, instead: `${instead}${behind}` })),
    );
  },
};

/** In front of words that may be quoted themselves. */
export const workshopInFront: Acceptor<number> = {
  ...workshopAheadNamed,
  take(rest, context) {
    const named = workshopAheadMeant.take(rest, context);
    return named.kind === "problem" && workshopsAhead(context.state).length < 2 ? absent : named;
  },
};

/** Welcher Workshop verlegt wird: "vom 20.03. auf …" says it too. */
export const workshopToMove: Acceptor<number> = {
  ...workshopAheadNamed,
  take: (rest, context) =>
    (FROM_TO.test(rest.head) || rest.head === "" ? workshopAheadNamed : workshopAheadMeant).take(rest, context),
};

function offersOf({ state }: ReadingContext): readonly Suggestion[] {
  return workshopsAhead(state).map(({ workshop, title, days }) => ({
    label: workshopFrom(title, days[0]),
    instead: title.includes('"') ? `${workshop}` : `"${title}"`,
  }));
}

type Moving = { readonly change: WorkshopDaysChange; readonly place?: string };

/** Neue Tage: all of them, or "vom 21.03. auf 28.03." one. */
export const movedDays: Acceptor<Moving> = {
  sign: "[DATUM] auf DATUM[; DATUM …] [im ORT]",
  take(rest, context) {
    const { from, to } = FROM_TO.exec(rest.head)?.groups ?? {};
    if (from === undefined || to === undefined) {
      const all = workshopDays.take(rest, context);
      if (all.kind !== "taken") return all;
      const { options, place } = all.value;
      return taken(placed({ kind: "all", days: options }, place), all.rest);
    }
    const before = appointment.take({ head: from, body: undefined }, context);
    if (before.kind !== "taken") return before;
    const after = workshopDays.take(withHead(rest, to), context);
    if (after.kind !== "taken") return after;
    const { options, place } = after.value;
    const [day, another] = options;
    if (day === undefined || another !== undefined) return problem(oneDayForOne());
    return taken(placed({ kind: "one", from: before.value, to: day }, place), after.rest);
  },
};

const placed = (change: WorkshopDaysChange, place: string | undefined): Moving => ({
  change,
  ...(place === undefined ? {} : { place }),
});
