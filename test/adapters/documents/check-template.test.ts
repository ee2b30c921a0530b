import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkTemplate } from "../../../src/adapters/documents/check-template.ts";
import { checkTemplates } from "../../../src/adapters/documents/check-templates.ts";
import { HELPERS } from "../../../src/adapters/documents/helpers.ts";
import { describeProblem } from "../../../src/adapters/documents/template-error.ts";
import type { PaperKind } from "../../../src/core/papers/paper-kinds.ts";

const FOLDER = new URL("../../../templates/", import.meta.url).pathname;

type Mutation = readonly [what: string, from: string, to: string, expected: string];

const REPORT_MUTATIONS: readonly Mutation[] = [
  [
    "a misspelt field",
    "{{head.committee}}",
    "{{head.comittee}}",
    "»head.comittee« gibt es hier nicht – meinten Sie »committee«?",
  ],
  [
    "a field of another paper",
    "{{paper.unit}}{{/if}}",
    "{{meeting.chair}}{{/if}}",
    "»meeting.chair« gibt es hier nicht",
  ],
  ["a date printed as it is stored", "{{datum paper.date}}", "{{paper.date}}", "ist ein Datum – {{datum …}} nötig"],
  ["a list without each", "{{#each summary}}", "{{summary}}{{#each summary}}", "ist eine Liste – {{#each}} nötig"],
  ["a yes or no without if", "**Status:** ", "**Status:** {{paper.isPublic}}", "ist ein Ja/Nein-Wert – {{#if}} nötig"],
  ["an object printed", "- {{title}}:", "- {{this}}:", "ist kein einfacher Wert"],
  ["each over what is no list", "{{#each route}}", "{{#each paper}}", "»paper« ist keine Liste"],
  [
    "a misspelt helper",
    "{{datum paper.date}}",
    "{{datun paper.date}}",
    "Den Helfer »datun« gibt es nicht – meinten Sie »datum«?",
  ],
  [
    "a helper for another kind of value",
    "{{datum paper.date}}",
    "{{datum paper.type}}",
    "»datum« braucht hier ein Datum",
  ],
  [
    "a helper without its value",
    "{{datum paper.date}}",
    "{{datum}}",
    "»datum« braucht 1 bis 2 Angaben, hier steht 0 Angaben",
  ],
  [
    "a wrong word for a helper",
    '"wochentag"',
    '"wochntag"',
    '»datum« braucht hier eines der Wörter "kurz", "lang", "wochentag"',
  ],
  [
    "a value that may be missing",
    "{{#if paper.number}} {{paper.number}}{{/if}}",
    " {{paper.number}}",
    "»paper.number« kann fehlen",
  ],
  ["raw output", "{{head.committee}}", "{{{head.committee}}}", "{{{…}}} und {{&…}} sind nicht erlaubt"],
  ["raw output by ampersand", "{{head.committee}}", "{{&head.committee}}", "{{{…}}} und {{&…}} sind nicht erlaubt"],
  ["raw HTML", "## Sachverhalt", "<b>Sachverhalt</b>", "HTML ist in Vorlagen nicht erlaubt"],
  ["an image", "## Sachverhalt", "![Logo](http://example.org/l.png)", "Bilder sind in Vorlagen nicht erlaubt"],
  ["a way out of the view", "{{datum paper.date}}", "{{datum ../paper.date}}", "führt mit ../ zu weit nach außen"],
  ["a partial", "## Sachverhalt", "{{> kopf}}", "Bausteine"],
  ["an inline partial", "## Sachverhalt", '{{#*inline "x"}}y{{/inline}}', "Bausteine"],
  ["a block closed by another", "{{#each summary}}", "{{#if summary}}", "wird mit »{{/each}}« geschlossen"],
  ["an unclosed brace", "{{datum paper.date}}", "{{datum paper.date", "nicht lesbar"],
  [
    "an unknown block",
    "{{#each summary}}\n{{satz this}}\n\n{{/each}}",
    "{{#wenn summary}}{{/wenn}}",
    "Den Block »{{#wenn}}« gibt es nicht",
  ],
  ["a condition that is none", "{{#if route}}", "{{#if (datum paper.date)}}", "druckt etwas und ist keine Bedingung"],
  ["a condition printed", "{{datum paper.date}}", "{{vorhanden paper.date}}", "gehört in {{#if (vorhanden …)}}"],
  ["an unescaped gender star", "## Beratungsfolge", "## Sprecher*innen", "muss als »\\*« geschrieben werden"],
  [
    "built-in helpers of Handlebars",
    "{{datum paper.date}}",
    "{{lookup paper 'date'}}",
    "Den Helfer »lookup« gibt es nicht",
  ],
  ["a prototype's property", "{{head.committee}}", "{{head.constructor}}", "»head.constructor« gibt es hier nicht"],
  ["a loop variable outside of a loop", "## Beratungsfolge", "## {{@index}}", "»@index« gibt es hier nicht"],
];

const MINUTES_MUTATIONS: readonly Mutation[] = [
  [
    "a code that cannot be",
    '(gleich status "draft")',
    '(gleich status "draf")',
    'Das Kennwort "draf" gibt es hier nicht',
  ],
  [
    "a code printed",
    "{{bezeichnung outcome}}{{#if ballot.unanimous}}",
    "{{outcome}}{{#if ballot.unanimous}}",
    "{{bezeichnung …}} nötig",
  ],
  [
    "a number asked for with if",
    "{{#if (vorhanden attendance.presentVotingSeats)}}",
    "{{#if attendance.presentVotingSeats}}",
    "0 gilt bei {{#if}} als leer",
  ],
  [
    "a ballot that may be missing",
    "{{wording}}{{quelle this}}",
    "{{wording}}{{stimmen ballot.counts}}",
    "»ballot.counts« kann fehlen",
  ],
];

describe("the template checker", () => {
  it("has nothing to say about the shipped templates", () => {
    expect(checkTemplates(FOLDER).map(describeProblem)).toEqual([]);
  });

  it.each(REPORT_MUTATIONS)("reports %s in the report", (_what, from, to, expected) => {
    expectReported("report", "bericht.hbs", from, to, expected);
  });

  it.each(MINUTES_MUTATIONS)("reports %s in the minutes", (_what, from, to, expected) => {
    expectReported("minutes", "protokoll.hbs", from, to, expected);
  });

  it("names a missing file", () => {
    const problems = checkTemplates("/gibt/es/nicht");
    expect(problems).toHaveLength(7);
    expect(describeProblem(problems[0] ?? { file: "", line: 0, message: "" })).toContain(
      "tagesordnung.hbs:1: Die Vorlage fehlt",
    );
  });
});

function expectReported(kind: PaperKind, file: string, from: string, to: string, expected: string): void {
  const source = readFileSync(FOLDER + file, "utf8");
  expect(source).toContain(from);
  const line = source.slice(0, source.indexOf(from)).split("\n").length;
  const problems = checkTemplate(
    kind,
    source.replace(from, () => to),
    file,
  );
  const found = problems.find((problem) => problem.message.includes(expected));
  expect(found, problems.map(describeProblem).join("\n")).toBeDefined();
  expect(found?.file).toBe(file);
  // A syntax error shows only where the parser stumbles, at or behind the planted line.
  expect(found?.line).toBeGreaterThanOrEqual(line);
  if (!/nicht lesbar|geschlossen/.test(expected)) expect(found?.line).toBeLessThanOrEqual(line + to.split("\n").length);
}

describe("LIESMICH.md", () => {
  it("explains each helper there is, and no other", () => {
    const text = readFileSync(`${FOLDER}LIESMICH.md`, "utf8");
    const explained = [...text.matchAll(/^\| `\{\{(?:#if \()?([a-z]+) /gm)].map((match) => match[1]);
    expect(new Set(explained)).toEqual(new Set(Object.keys(HELPERS)));
  });
});
