import type { ReplyField } from "../../../flows/reply.ts";
import { shortened, visibleText } from "../../chat/visible-text.ts";
import { ANSWER_VERB, CHOICE_INPUT, type Click, TEXT_INPUT } from "../reading/read.ts";
import type { CardElement } from "./card.ts";
import { cardLine } from "./card-text.ts";

/** A choice is one line of a list that unfolds. */
const LONGEST_CHOICE = 120;

/** What the button of a field brings; what is filled in lies beside it under the ids of the inputs. */
type FieldData = Omit<Click, "filled"> & { readonly field: string };

/**
 * Feld zum Ausfüllen, with its own button, in one piece. The answer goes to whoever filled it in and to nobody else, wherever the card stands. Nothing in
 * it is required: a client that refuses by itself would do so in its own words.
 */
export function fieldElement(field: ReplyField, nonce: string): CardElement {
  const data: FieldData = { command: field.command, field: field.key, isPrivate: true, nonce };
  const title = cardLine(field.button);
  const send = { title, data };
  const items: readonly CardElement[] = [
    {
      type: "Input.Text",
      id: TEXT_INPUT,
      label: cardLine(field.label),
      isMultiline: true,
      maxLength: field.longest,
      ...(field.filled === undefined ? {} : { value: visibleText(field.filled.text) }),
    },
    ...choiceInput(field),
    {
      type: "ActionSet",
      spacing: "Small",
      actions: [{ type: "Action.Execute", verb: ANSWER_VERB, ...send, fallback: { type: "Action.Submit", ...send } }],
    },
  ];
  return { type: "Container", spacing: "Medium", items };
}

const titleOf = (label: string): string => shortened(cardLine(label), LONGEST_CHOICE);

function choiceInput({ about, filled }: ReplyField): readonly CardElement[] {
  if (about === undefined) return [];
  const chosen = about.choices.find(({ command }) => command === filled?.command);
  return [
    {
      type: "Input.ChoiceSet",
      id: CHOICE_INPUT,
      label: cardLine(about.label),
      style: "compact",
      choices: about.choices.map(({ label, command }) => ({ title: titleOf(label) || command, value: command })),
      ...(chosen === undefined ? {} : { value: chosen.command }),
      spacing: "Small",
    },
  ];
}
