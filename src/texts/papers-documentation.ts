import type { DocumentationWording } from "../core/papers/wording.ts";
import type { ResultOrigin } from "../core/route/events.ts";
import { standingText, stepDue, stepStandingText } from "./announcements-routes.ts";
import { weightingTerms } from "./announcements-weighting.ts";
import { numericDate } from "./dates.ts";

/** Wortlaut der Dokumentation eines Workshops, beside what stands in its template. */
export const documentationWording: DocumentationWording = {
  annexTitle: (title, date) => `Dokumentation des Workshops „${title}“ am ${numericDate(date)}`,
  weightingTerms: (weighting) => weightingTerms({ ...weighting, targets: weighting.targets.length }),
  place: (from, to) => (from === to ? `${from}.` : `${from}. bis ${to}.`),
  origin,
  stepDue,
  stepStanding: stepStandingText,
  standing: standingText,
};

function origin(from: ResultOrigin, name: string | undefined): string {
  switch (from.kind) {
    case "idea":
      return `Idee ${from.number}`;
    case "group":
      return name === undefined ? `Gruppe ${from.number}` : `Gruppe ${from.number} „${name}“`;
    case "motion":
      return `Antrag ${from.number}`;
    case "none":
      return "ohne Idee oder Gruppe festgehalten";
  }
}
