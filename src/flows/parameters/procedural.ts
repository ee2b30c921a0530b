import { proceduralKindNamed } from "../../core/rules/procedural-words.ts";
import type { ProceduralKind } from "../../core/rules/rules-meeting.ts";
import { proceduralProblemText } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, taken, withHead } from "./acceptor.ts";
import { line } from "./text.ts";

export type ProceduralWish = {
  readonly wants: ProceduralKind;
  readonly text: string;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly to?: string;
};

const TIME = /(?<![\p{L}\p{N}])(\d{1,4})\s*(minuten|minute|min\.?|m|sekunden|sekunde|sek\.?|s)?(?![\p{L}\p{N}])/iu;
const ADDRESSEE = /(?<![\p{L}\p{N}])(?:an|in)\s+(.+)$/iu;

/** GO-Antrag in eigenen Worten; `before`: words of the command that belong to it, `isComplete`: and are enough by themselves: "schluss der debatte", "unterbrechung 10 minuten", "überweisung an die Unter-AG Hilfen". */
export const proceduralWish = (before = "", isComplete = false): Acceptor<ProceduralWish> => {
  const whole = line("GO-ANTRAG");
  return {
    sign: before === "" ? "GO-ANTRAG" : "NÄHERES",
    take(rest, context) {
      if (rest.head === "" && before !== "" && !isComplete) return absent;
      const text = whole.take(withHead(rest, `${before} ${rest.head}`.trim()), context);
      if (text.kind !== "taken") return text;
      const wants = proceduralKindNamed(text.value);
      if (wants === undefined) return problem(proceduralProblemText("unknown", text.value));
      const seconds = secondsIn(text.value);
      if (wants === "interrupt" && seconds === undefined)
        return problem(proceduralProblemText("noMinutes", text.value));
      if (wants === "limitTime" && seconds === undefined) return problem(proceduralProblemText("noTime", text.value));
      const wish = { wants, text: text.value.charAt(0).toUpperCase() + text.value.slice(1) };
      return taken({ ...wish, ...detailsOf(wants, text.value, seconds ?? 0) }, text.rest);
    },
  };
};

function detailsOf(wants: ProceduralKind, text: string, seconds: number): Partial<ProceduralWish> {
  switch (wants) {
    case "interrupt":
      // Minutes begun count in full.
      return { minutes: (seconds + 59 - ((seconds + 59) % 60)) / 60 };
    case "limitTime":
      return { seconds };
    case "refer": {
      const to = ADDRESSEE.exec(text)?.[1];
      return to === undefined ? {} : { to };
    }
    default:
      return {};
  }
}

function secondsIn(text: string): number | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * (/^s/i.test(match[2] ?? "") ? 1 : 60);
}
