import { parseLocalDate } from "../../../src/core/kernel/local-date.ts";
import { readPromise } from "../../../src/core/minutes/promise-sentence.ts";
import { readResolutionSentence } from "../../../src/core/minutes/resolution-sentence.ts";
import { wrongWeekdays } from "../../../src/core/minutes/weekday-in-text.ts";
import { stripIntranetUrls } from "../../../src/core/papers/intranet.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import { reportOutline } from "../../../src/core/papers/report-outline.ts";
import type { AgendaView } from "../../../src/core/papers/views.ts";
import { caseData } from "../../../src/core/rules/case-data.ts";
import { minutesApproval, minutesContents } from "../../../src/core/rules/minutes-contents.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { minutesApprovalText } from "../../../src/texts/rulings-minutes.ts";
import { isRecord } from "../compare.ts";
import { type Facts, factsOf } from "../facts.ts";
import { sentenceBefore } from "../sentence-before.ts";

/** Unterlagen: what minutes must hold, their approval, public and internal versions, and what a sentence gives away. */
export function documentCase(
  rules: Rules,
  input: unknown,
  choice: Readonly<Record<string, unknown>>,
  sources: readonly string[],
): unknown {
  const facts = factsOf(input);
  if ("protocol.required" in choice) return ofContents(rules, input);
  if (facts.has("sections")) return ofOutline(facts);
  if (facts.has("objections")) return ofApproval(rules, facts);
  if (facts.has("items")) return ofItems(facts);
  return ofText(rules, facts.text("text"), sources);
}

function ofContents(rules: Rules, input: unknown): unknown {
  const given = isRecord(input) ? input : {};
  const isThere = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : (value ?? "") !== "");
  const there = Object.fromEntries(Object.entries(given).map(([field, value]) => [field, isThere(value)]));
  const ruling = minutesContents(rules, there);
  return { complete: ruling.isComplete, missing: ruling.missing };
}

function ofOutline(facts: Facts): unknown {
  const outline = reportOutline({ type: facts.text("type"), sections: facts.texts("sections") });
  return { order: outline.order, beschlussvorschlag: outline.proposesResolution ? "present" : "none" };
}

function ofApproval(rules: Rules, facts: Facts): unknown {
  const ruling = minutesApproval(rules, {
    objections: facts.list("objections").length,
    isPeriodOver: facts.flag("periodOver"),
    isSigned: facts.flag("signed"),
  });
  return { vote: ruling.isVoteNeeded, approved: ruling.isApproved, agendaText: minutesApprovalText(ruling) };
}

/** The items as an agenda, and what its public version leaves of them. */
function ofItems(facts: Facts): unknown {
  const items = facts.many("items").map((item) => ({
    number: item.text("n", "number"),
    title: item.textOr("TOP", "title"),
    isPublic: item.flag("public"),
    papers: [],
  }));
  const date = parseLocalDate("2023-01-27");
  const head = { committee: "AG 78", version: "internal", date, sources: [] };
  // Only head and items take part; the version is made by the code that makes it for people.
  const view = { head, meeting: { date }, items, hints: [] } as unknown as AgendaView;
  const published = publicVersion("agenda", view).items.filter((item, index) => item.title === items[index]?.title);
  return {
    publicDoc: published.map(({ number }) => number),
    internalDoc: items.map(({ number }) => number),
    oparl: Object.fromEntries(items.map(({ number, isPublic }) => [number, { public: isPublic }])),
  };
}

function ofText(rules: Rules, text: string, sources: readonly string[]): unknown {
  const suspicion = caseData(rules, text);
  const publicText = rules.publish.stripInternalHosts.value ? stripIntranetUrls(text) : text;
  const resolution = readResolutionSentence(text);
  const promise = readPromise(text, sentenceBefore(text, sources));
  return {
    ...(publicText === text ? {} : { flag: "internal_host" }),
    ...(wrongWeekdays(text).length === 0 ? {} : { flag: "weekday_mismatch" }),
    ...(suspicion.isSuspected ? { flag: "sozialdaten_suspected" } : {}),
    publicText,
    ...(suspicion.isSuspected ? { suggest: `anonymisieren: ${suspicion.anonymized ?? ""}` } : {}),
    ...(resolution === undefined ? {} : { counts: null, ...resolution }),
    ...(promise === undefined ? {} : { task: { ...promise, due: null, owner: null } }),
  };
}
