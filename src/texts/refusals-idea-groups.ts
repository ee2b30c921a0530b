import type { IdeaGroupRefusal } from "../core/committee/refusal-workshop.ts";
import { type Sentences, said } from "./refusal-text.ts";

/** Ablehnungen rund um Gruppen von Ideen. */
export const ideaGroupsRefusals: Sentences<IdeaGroupRefusal["code"]> = {
  UnknownIdeaGroup: ({ group, count }) =>
    said(
      `Eine Gruppe ${group} gibt es nicht.`,
      count === 0
        ? "Es gibt noch keine. Gruppen bilden Sie mit „gruppe“, dem Namen, Doppelpunkt und Nummern."
        : onlyTo(count, "Gruppe", "Gruppen"),
      "tafel",
    ),
  IdeaGroupGone: ({ group, mergedInto }) =>
    said(
      `Gruppe ${group} gibt es nicht mehr; sie ist in Gruppe ${mergedInto} aufgegangen.`,
      `Nehmen Sie Gruppe ${mergedInto}.`,
      "tafel",
    ),
  IdeaGroupNameTaken: ({ group, name }) =>
    said(
      `So heißt schon Gruppe ${group}: „${name}“.`,
      `Wählen Sie einen anderen Namen, oder verschieben Sie die Ideen in Gruppe ${group}.`,
      "tafel",
    ),
  IdeaGroupUnchanged: ({ group }) =>
    said(
      group === undefined ? "Das ist schon in keiner Gruppe." : `In Gruppe ${group} ist das schon so.`,
      "Es ändert sich nichts.",
      "tafel",
    ),
  IdeaMovedMeanwhile: ({ idea, group }) =>
    said(
      group === undefined
        ? `Idee ${idea} hat inzwischen jemand aus der Gruppe genommen; sie ist jetzt in keiner.`
        : `Idee ${idea} hat inzwischen jemand verschoben; sie ist jetzt in Gruppe ${group}.`,
      "Verschoben wurde nichts. Sehen Sie auf die Tafel, und entscheiden Sie neu.",
      "tafel",
    ),
  IdeaNotInGroup: ({ idea, group }) =>
    said(
      `Idee ${idea} ist nicht in Gruppe ${group}.`,
      `Geteilt wird mit Ideen aus Gruppe ${group}; andere verschieben Sie danach.`,
      "tafel",
    ),
  NoIdeasNamed: () => said("Es ist keine Idee genannt.", "Nennen Sie die Nummern, zum Beispiel 5, 6.", "tafel"),
  OfOtherWorkshop: ({ of, number, workshop }) =>
    said(
      `${of === "idea" ? "Idee" : "Gruppe"} ${number} gehört zu Workshop ${workshop}, nicht zu diesem.`,
      "Gruppiert wird, was zum laufenden Workshop gehört.",
      "tafel",
    ),
};

const onlyTo = (count: number, one: string, many: string): string =>
  count === 1 ? `Es gibt nur ${one} 1.` : `Es gibt die ${many} 1 bis ${count}.`;
