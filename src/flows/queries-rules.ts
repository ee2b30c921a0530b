import type { CommitteeState } from "../core/committee/state.ts";
import { foldGerman } from "../core/kernel/fold-german.ts";
import { profileNamed } from "../core/rules/profiles.ts";
import { settingsOf } from "../core/rules/settings-of.ts";
import { type ExplainedSection, explainedRules } from "../texts/rules-explained.ts";
import { andMoreRules, headingsLine, ownRulesHead, rulesHead, unknownHeading } from "../texts/rules-in-chat.ts";
import { type Block, heading, list } from "./reply.ts";

/** As many as one reads in a chat; the rest is there by about. */
const MOST_LINES = 15;

/** Geltende Geschäftsordnung: what the GO says itself and the headings, or all rules of one section with their sources. */
export function rulesBlocks(state: CommitteeState, about: string | undefined): readonly (Block | string)[] {
  const sections = explainedRules(state.rules, settingsOf(state.rules));
  if (about !== undefined) {
    const found = sections.filter(({ title }) => isAbout(title, about));
    if (found.length > 0) return found.flatMap(({ title, lines }) => [heading(title), list(lines)]);
    return [unknownHeading(about), headingsLine(titlesOf(sections))];
  }
  const own = settingsOf(state.rules).filter(({ setting }) => setting.origin === "go");
  const ownLines = explainedRules(state.rules, own).flatMap(({ lines }) => lines);
  const record = state.membership.rules;
  const profile = profileNamed(record?.profile ?? "ag78-standard").name;
  const left = ownLines.length - MOST_LINES;
  return [
    ...rulesHead(record?.title, profile, own.length),
    ...(ownLines.length === 0 ? [] : [ownRulesHead(), list(ownLines.slice(0, MOST_LINES))]),
    ...(left > 0 ? [andMoreRules(left)] : []),
    headingsLine(titlesOf(sections)),
  ];
}

const titlesOf = (sections: readonly ExplainedSection[]): readonly string[] => sections.map(({ title }) => title);

/** "quorum" is nobody's word here: headings are found by any part of their German title. */
function isAbout(title: string, about: string): boolean {
  const wanted = foldGerman(about).trim();
  return wanted.length > 2 && foldGerman(title).includes(wanted);
}
