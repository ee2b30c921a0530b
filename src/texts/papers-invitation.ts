import type { InvitationWording } from "../core/papers/wording.ts";
import type { Citation } from "../core/rules/setting.ts";
import { dateWithWeekday } from "./dates.ts";
import { inBrackets } from "./rulings-source.ts";

/** The paragraph, where the rules name one; that they are silent is of no use to whoever is invited. */
const placeOf = (citation: Citation): string => (citation.origin === "go" ? ` ${inBrackets(citation)}` : "");

/** Wortlaut der Einladung, beside what stands in its template. */
export const invitationWording: InvitationWording = {
  substitute: (citation) => `Bitte verständigen Sie bei Verhinderung Ihre Stellvertretung${placeOf(citation)}.`,
  repeatNotice(min, citation) {
    const how = min > 1 ? `schon mit ${min} anwesenden Stimmen` : "ohne Rücksicht auf die Zahl der Anwesenden";
    return `Wiederholungssitzung: Über die wegen Beschlussunfähigkeit zurückgestellten Punkte wird ${how} beschlossen${placeOf(citation)}.`;
  },
  proposals: (lastDay, isOver, citation) =>
    isOver
      ? `Vorschläge zur Tagesordnung waren bis ${dateWithWeekday(lastDay)} möglich${placeOf(citation)}; spätere sind als solche gekennzeichnet.`
      : `Vorschläge zur Tagesordnung sind bis ${dateWithWeekday(lastDay)} möglich${placeOf(citation)}.`,
  howToAnswer:
    "Antworten Sie mit den Knöpfen der Termineinladung in Ihrem Mailprogramm oder im Chat mit „zusage“, „vielleicht“ oder „absage“; mit „absage vertretung NAME“ nennen Sie, wer für Sie kommt.",
};
