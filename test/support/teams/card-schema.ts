import { createRequire } from "node:module";
import type * as Package from "adaptivecards";

// Its "main" is written for bundlers.
const load = createRequire(import.meta.url);
const { AdaptiveCard, SerializationContext } = load("adaptivecards/dist/adaptivecards.js") as typeof Package;

/** Its pattern for languages remembers where it stopped, so every second card fails. */
const DEFECT = 'Invalid value "de" for property "lang".';
/** Charts belong to Teams, not to version 1.5; they have to say what is shown instead. */
const CHART = /^Unknown element type "Chart\.[A-Za-z.]+"\. Fallback will be used if present\.$/;

/** What Microsoft's own parser does not understand of a card; no browser is needed. */
export function schemaProblems(card: unknown): readonly string[] {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validation = parsed.validateProperties().validationEvents.map(({ message }) => message);
  return [...events, ...validation].filter(isProblem);
}

export const isProblem = (message: string): boolean => message !== DEFECT && !CHART.test(message);
