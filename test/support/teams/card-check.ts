import { isJson, type Json, listIn, objectIn, objectsWithin, textIn } from "./json.ts";

const HIGHEST_VERSION = 1.5;
const MOST_REFRESHED = 60;
const VERSION = /^\d+\.\d+$/;

/** What Teams would refuse of an Adaptive Card. */
export function cardProblems(card: unknown): readonly string[] {
  if (!isJson(card) || card["type"] !== "AdaptiveCard") return ["the content is no Adaptive Card"];
  return [
    ...versionProblems(card),
    ...(Array.isArray(card["body"]) ? [] : ["the card has no body"]),
    ...actionProblems(card),
    ...inputProblems(card),
    ...duplicateIds(card),
    ...refreshProblems(card),
    ...cardMentionProblems(card),
  ];
}

function versionProblems(card: Json): readonly string[] {
  const version = textIn(card, "version") ?? "";
  if (!VERSION.test(version)) return ["the card names no version"];
  return Number(version) > HIGHEST_VERSION ? [`Adaptive Card version ${version} is over ${HIGHEST_VERSION}`] : [];
}

function actionProblems(card: Json): readonly string[] {
  const actions = [...objectsWithin(card)].filter((one) => textIn(one, "type")?.startsWith("Action."));
  return actions.flatMap((action) => {
    const needsVerb = action["type"] === "Action.Execute" && textIn(action, "verb") === undefined;
    const needsUrl = action["type"] === "Action.OpenUrl" && !/^https?:/.test(textIn(action, "url") ?? "");
    return [
      ...(needsVerb ? ["an Action.Execute has no verb"] : []),
      ...(needsUrl ? ["an Action.OpenUrl has no http address"] : []),
    ];
  });
}

/** Without an id what is entered does not arrive; without a label a screen reader does not say what is asked. */
function inputProblems(card: Json): readonly string[] {
  const inputs = [...objectsWithin(card)].filter((one) => textIn(one, "type")?.startsWith("Input."));
  return inputs.flatMap((input) => [
    ...(textIn(input, "id") ? [] : ["an input has no id"]),
    ...(textIn(input, "label") ? [] : ["an input has no label"]),
  ]);
}

function duplicateIds(card: Json): readonly string[] {
  // A fallback may carry the id of what it stands for.
  const ids = [...objectsWithin(withoutFallbacks(card))].flatMap((one) =>
    "type" in one && typeof one["id"] === "string" ? [one["id"]] : [],
  );
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id "${id}" stands twice in the card`);
}

function withoutFallbacks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFallbacks);
  if (!isJson(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== "fallback");
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutFallbacks(inner)]));
}

function refreshProblems(card: Json): readonly string[] {
  if (!("refresh" in card)) return [];
  const refresh = objectIn(card, "refresh");
  const people = refresh["userIds"];
  return [
    ...(objectIn(refresh, "action")["type"] === "Action.Execute" ? [] : ["the refresh has no Action.Execute"]),
    ...(Array.isArray(people) && people.length > MOST_REFRESHED ? [`the refresh names ${people.length} people`] : []),
  ];
}

function cardMentionProblems(card: Json): readonly string[] {
  const texts = [...objectsWithin(card)].map((one) => textIn(one, "text") ?? "").filter((text) => text !== "");
  const { msteams: _msteams, ...visible } = card;
  const shown = [...objectsWithin(visible)].map((one) => textIn(one, "text") ?? "").join("\n");
  const mentions = listIn(objectIn(card, "msteams"), "entities");
  const tagged = texts.some((text) => /<at>[^<]*<\/at>/.test(text));
  if (tagged && mentions.length === 0) return ["the card names somebody in <at>, but has no entities"];
  return mentions.flatMap((mention) => mentionProblems(mention, shown));
}

/** What is wrong with a mention in a text. */
export function mentionProblems(mention: Json, shown: string): readonly string[] {
  const { text, mentioned } = { text: textIn(mention, "text") ?? "", mentioned: objectIn(mention, "mentioned") };
  return [
    ...(text !== "" && shown.includes(text) ? [] : [`the mention "${text}" does not stand in the text`]),
    ...(textIn(mentioned, "id") ? [] : ["a mention has no id"]),
    ...(textIn(mentioned, "name") ? [] : ["a mention has no name"]),
  ];
}
