import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { meetingDay } from "../small-committee.ts";
import { type Json, objectsWithin, textIn } from "./json.ts";

/** Workshop 1 is open; no phase has begun. */
export const openWorkshop = (wanted: {
  readonly anonymous?: boolean;
  readonly questions?: readonly string[];
}): readonly CommitteeEvent[] => [
  {
    type: "WorkshopPlanned",
    workshop: 1,
    title: "Klausurtagung",
    days: [{ date: meetingDay }],
    anonymous: wanted.anonymous ?? false,
    hidden: false,
  },
  ...(wanted.questions ?? []).map(
    (text, index): CommitteeEvent => ({ type: "GuidingQuestionAsked", workshop: 1, question: index + 1, text }),
  ),
  { type: "WorkshopOpened", workshop: 1 },
];

export type Field = {
  /** What stands in it. */
  readonly text: string;
  readonly button: string;
  readonly action: Json;
  /** Titles of what can be chosen beside it; the one that is chosen. */
  readonly choices: readonly string[];
  readonly chosen: string | undefined;
};

/** The field to fill in on a card; fails where there is none, or several. */
export function fieldIn(card: Json | undefined): Field {
  const elements = [...objectsWithin(card)];
  const [input, another] = elements.filter((one) => one["type"] === "Input.Text");
  const [choice] = elements.filter((one) => one["type"] === "Input.ChoiceSet");
  const [action] = elements.filter((one) => textIn(one, "verb") !== undefined && "field" in Object(one["data"]));
  if (input === undefined || another !== undefined || action === undefined)
    throw new Error("the card has not got one field");
  const options = choice === undefined ? [] : [...objectsWithin(choice["choices"])];
  return {
    text: textIn(input, "value") ?? "",
    button: textIn(action, "title") ?? "",
    action,
    choices: options.map((one) => textIn(one, "title") ?? ""),
    chosen: choice === undefined ? undefined : textIn(choice, "value"),
  };
}
