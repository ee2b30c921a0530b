import { entries } from "../../core/kernel/table.ts";
import { thingProblem } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, taken, without } from "./acceptor.ts";
import { bodyText } from "./text.ts";

export type ObjectionReading = { readonly text: string; readonly reason?: string };

const whole = bodyText("TEXT [Begründung: GRUND]");

/** Einwendung: the text, and behind the word "Begründung:" the reason for it. */
export const objectionText: Acceptor<ObjectionReading> = {
  sign: whole.sign,
  fromBody: true,
  take(rest, context) {
    const value = whole.take(rest, context);
    if (value.kind !== "taken") return value;
    const match = /^(.*?\S)\s+Begründung:\s*(\S.*)$/isu.exec(value.value);
    const [, text, reason] = match ?? [];
    return taken(
      text === undefined || reason === undefined ? { text: value.value } : { text, reason: reason.trimEnd() },
      value.rest,
    );
  },
};

/** Nummer einer Einwendung; without one the only one that is open. */
export const objectionNumber: Acceptor<number> = {
  sign: "NUMMER",
  take(rest, { state }) {
    const match = /^(\d{1,4})(?=\s|$)/u.exec(rest.head);
    if (match !== null) return taken(Number(match[1]), without(rest, 0, match[0].length));
    if (rest.head !== "") return problem(thingProblem({ code: "noNumber", typed: rest.head }));
    const [only, ...others] = openObjections(state);
    return only === undefined || others.length > 0 ? absent : taken(only, rest);
  },
  offer: ({ state }) => openObjections(state).map((one) => ({ label: `Einwendung ${one}`, instead: `${one}` })),
};

const openObjections = ({ minutes }: Parameters<Acceptor<number>["take"]>[1]["state"]): readonly number[] =>
  entries(minutes.objections)
    .filter((one) => one.isInTime && one.settlement === undefined)
    .map((one) => one.objection);
