import type { ProceduralSubject } from "../core/question/events.ts";
import type { ProceduralKind } from "../core/rules/rules-meeting.ts";
import { timeText } from "./announcements-agenda.ts";
import { counted } from "./names.ts";

/** GO-Anträge with a fixed name; the others are called as they were moved. */
const fixed: Partial<Readonly<Record<ProceduralKind, string>>> = {
  closeDebate: "Schluss der Debatte",
  closeList: "Schluss der Redeliste",
  reopenList: "Wiedereröffnung der Redeliste",
  adjournItem: "Vertagung",
  adjournMeeting: "Vertagung der Sitzung",
  nonConsideration: "Nichtbefassung",
};

/** Wie ein GO-Antrag heißt: "Schluss der Debatte", "Unterbrechung für 10 Minuten", "Überweisung an die Unter-AG Hilfen". */
export function proceduralName({ wants, text, minutes, seconds, to }: ProceduralSubject): string {
  if (wants === "interrupt" && minutes !== undefined)
    return `Unterbrechung für ${counted(minutes, "Minute", "Minuten")}`;
  if (wants === "limitTime" && seconds !== undefined) return `Redezeit ${timeText(seconds)}`;
  if (wants === "refer" && to !== undefined) return `Überweisung an ${to}`;
  return fixed[wants] ?? text;
}
