import { isJson, type Json, objectIn, objectsWithin, textIn } from "./json.ts";

/** Knöpfe einer Karte, in their order; what stands for another one in older clients is not among them. */
export function cardButtons(card: Json): readonly Json[] {
  return buttonsWithin(card);
}

function buttonsWithin(element: unknown): readonly Json[] {
  if (Array.isArray(element)) return element.flatMap(buttonsWithin);
  if (!isJson(element)) return [];
  if (textIn(element, "type")?.startsWith("Action.")) return [element];
  return ["body", "items", "columns", "rows", "cells", "actions"].flatMap((name) => buttonsWithin(element[name]));
}

/** The button of that title; fails with the titles there are. */
export function buttonTitled(card: Json, title: string): Json {
  const buttons = cardButtons(card);
  const found = buttons.find((button) => button["title"] === title);
  if (found !== undefined) return found;
  const titles = buttons.map((button) => `"${textIn(button, "title") ?? ""}"`).join(", ");
  throw new Error(`There is no button "${title}", only: ${titles || "none"}`);
}

/** What the client would ask by itself for the person who looks at the card. */
export function refreshAction(card: Json, person: string, peopleInChat: number): Json | undefined {
  const refresh = objectIn(card, "refresh");
  const named = refresh["userIds"];
  const isMeant = Array.isArray(named) ? named.includes(person) : peopleInChat <= 60;
  return isMeant && isJson(refresh["action"]) ? refresh["action"] : undefined;
}

/** The action as the client sends it: with the values of the inputs that stand on the same card, unless it wants none. */
export function withInputs(action: Json, card: Json, filledIn: Readonly<Record<string, string>>): Json {
  const inputs = [...objectsWithin(card["body"])].filter((one) => textIn(one, "type")?.startsWith("Input."));
  const values = Object.fromEntries(inputs.map((one) => [textIn(one, "id") ?? "", textIn(one, "value") ?? ""]));
  const unknown = Object.keys(filledIn).filter((id) => !(id in values));
  if (unknown.length > 0) throw new Error(`There is no input "${unknown.join('", "')}"`);
  if (inputs.length === 0 || action["associatedInputs"] === "none") return action;
  return { ...action, data: { ...objectIn(action, "data"), ...values, ...filledIn } };
}
