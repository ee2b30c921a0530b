import type { Reply, ReplyChoice } from "../../../flows/reply.ts";
import { openFile } from "../../../texts/teams-cards.ts";
import { shortened } from "../../chat/visible-text.ts";
import { ANSWER_VERB, type Click } from "../reading/read.ts";
import { type CardElement, jsonBytes } from "./card.ts";
import { cardLine } from "./card-text.ts";
import type { CardLook } from "./teams-message.ts";

/** Teams shows so many side by side; more would go into a menu. */
const MOST_IN_ROW = 5;
/** On a telephone a row has room for so many characters, with four for the margins of each; what is wider is cut there. */
const WIDEST_ROW = 34;
const MARGINS = 4;
/** Bytes. */
const LARGEST_ROW = 8_000;
const LONGEST_TITLE = 80;
/** Bytes of a command; it stands twice in its button. */
const LONGEST_COMMAND = 6_000;

/** Whether the command fits into a button. */
export const fitsButton = ({ command }: ReplyChoice): boolean => jsonBytes(command) <= LONGEST_COMMAND;

/** Knöpfe einer Antwort, in rows. */
export function choiceRows(reply: Reply, look: CardLook): readonly CardElement[] {
  const about = look.about ?? (reply.asks === undefined ? undefined : (reply.about ?? reply.asks));
  const answer = (command: string): Click => ({
    command: command.toWellFormed(),
    ...(about === undefined ? {} : { about }),
    ...(look.isPrivate ? { isPrivate: true } : {}),
    nonce: look.nonce,
  });
  return inRows(reply.choices.filter(fitsButton).map((choice) => button(choice, answer(choice.command), look)));
}

/** Knöpfe, deren Antwort nur liest, wer klickt. */
export const privateRows = (look: CardLook): readonly CardElement[] => {
  const { privately = [], nonce } = look;
  return inRows(privately.map((choice) => button(choice, { command: choice.command, isPrivate: true, nonce }, look)));
};

/** Eine Zeile je Datei. */
export const linkRows = ({ links = [] }: CardLook): readonly CardElement[] =>
  links.map(({ name, url }, index) =>
    row([{ type: "Action.OpenUrl", title: titleOf(openFile(name)), url }], index === 0),
  );

type Button = CardElement & { readonly title: string };

/** Older clients do not know `Action.Execute` and send the same as a message. What stands in a field above belongs to its own button. */
function button({ label, command }: ReplyChoice, data: Click, { isBesideField }: CardLook): Button {
  const title = titleOf(label.trim() === "" ? command : label);
  const inputs = isBesideField === true ? { associatedInputs: "none" } : {};
  return {
    type: "Action.Execute",
    title,
    verb: ANSWER_VERB,
    data,
    ...inputs,
    fallback: { type: "Action.Submit", title, data, ...inputs },
  };
}

const titleOf = (label: string): string => shortened(cardLine(label), LONGEST_TITLE);

const row = (actions: readonly CardElement[], isFirst = true): CardElement => ({
  type: "ActionSet",
  spacing: isFirst ? "Medium" : "Small",
  actions,
});

/** Short ones side by side, long ones below each other: a name on a ballot paper has to be readable. */
function inRows(buttons: readonly Button[]): readonly CardElement[] {
  const rows: Button[][] = [];
  for (const one of buttons) {
    const last = rows.at(-1);
    if (last !== undefined && isRow([...last, one])) last.push(one);
    else rows.push([one]);
  }
  return rows.map((actions, index) => row(actions, index === 0));
}

function isRow(buttons: readonly Button[]): boolean {
  const width = buttons.reduce((sum, { title }) => sum + title.length + MARGINS, 0);
  return buttons.length <= MOST_IN_ROW && width <= WIDEST_ROW && jsonBytes(buttons) <= LARGEST_ROW;
}
