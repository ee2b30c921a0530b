import type { Attribution } from "../../core/minutes/events.ts";
import { textProblem } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, taken, withHead } from "./acceptor.ts";
import { textFault } from "./clean-text.ts";
import { readPerson } from "./people.ts";
import { wholeQuotation } from "./quotes.ts";
import { bodyText } from "./text.ts";

const LONGEST_NAME = 120;

type Speaker = Pick<Attribution, "person" | "name">;

/** Wer etwas gesagt hat: a person of the committee; anybody else in quotation marks, as it shall stand there. */
export const speaker: Acceptor<Speaker> = {
  sign: "NAME",
  take(rest, context) {
    if (rest.head === "") return absent;
    const name = wholeQuotation(rest.head);
    if (name !== undefined) {
      const fault = textFault(name, LONGEST_NAME);
      if (fault?.code === "empty") return absent;
      return fault === undefined ? taken({ name }, withHead(rest, "")) : problem(textProblem(fault));
    }
    const reading = readPerson(rest.head, context);
    if (reading.kind === "value") return taken({ person: reading.value }, withHead(rest, ""));
    const free = { label: `„${rest.head}“, wie geschrieben`, instead: `"${rest.head}"` };
    return { ...reading, typed: rest.head, suggestions: [...reading.suggestions, free] };
  },
};

/** Was jemand gesagt hat, word for word; marks around all of it belong to the paper that prints it. */
export const spokenText: Acceptor<string> = {
  sign: "TEXT",
  fromBody: true,
  take(rest, context) {
    const whole = bodyText("TEXT").take(rest, context);
    if (whole.kind !== "taken") return whole;
    const text = wholeQuotation(whole.value) ?? whole.value;
    return text === "" ? absent : taken(text, whole.rest);
  },
};
