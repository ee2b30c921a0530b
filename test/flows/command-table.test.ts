import { describe, expect, it } from "vitest";
import { mayIssue } from "../../src/core/committee/may.ts";
import { foldGerman } from "../../src/core/kernel/fold-german.ts";
import type { CommandRow } from "../../src/flows/command-table/command-row.ts";
import { commandTable } from "../../src/flows/command-table/command-table.ts";
import { matchRow } from "../../src/flows/command-table/match-row.ts";
import { subjectTitles } from "../../src/texts/help.ts";
import { described, hear, jansen } from "./conversation.ts";

/** Words that more than one row claims. */
function shared(rows: readonly Pick<CommandRow, "id" | "words" | "aliases">[]): readonly string[] {
  const owners = new Map<string, string>();
  const twice: string[] = [];
  for (const row of rows) {
    for (const words of [row.words, ...row.aliases]) {
      const folded = foldGerman(words);
      if (owners.has(folded)) twice.push(`${folded}: ${owners.get(folded)} und ${row.id}`);
      owners.set(folded, row.id);
    }
  }
  return twice;
}

describe("the command table", () => {
  it.each(commandTable.map((row) => [row.id, row] as const))("understands the example of %s", (_, row) => {
    expect(matchRow(row.example)?.row.id).toBe(row.id);
    const heard = hear(row.example, { by: row.id === "link" ? undefined : jansen });
    const isUnderstood = heard.kind === "command" || heard.kind === "query" || heard.kind === "link";
    expect(isUnderstood, `${row.example}: ${described(heard)}`).toBe(true);
    if (heard.kind === "command") expect(row.issues).toContain(heard.command.type);
    else expect(row.issues).toEqual([]);
  });

  it("reaches every command of the core from some row", () => {
    const reached = new Set(commandTable.flatMap((row) => row.issues));
    expect(Object.keys(mayIssue).filter((type) => !([...reached] as string[]).includes(type))).toEqual([]);
  });

  it("gives no two rows the same words", () => {
    expect(shared(commandTable)).toEqual([]);
  });

  it("would notice words given twice, however they are spelled", () => {
    const rows = [
      { id: "a", words: "tagesordnung beschließen", aliases: [] },
      { id: "b", words: "x", aliases: ["Tagesordnung beschliessen"] },
    ];
    expect(shared(rows)).toEqual(["tagesordnung beschliessen: a und b"]);
  });

  it("has unique ids, and help, summary and a known subject for every row", () => {
    expect(new Set(commandTable.map((row) => row.id)).size).toBe(commandTable.length);
    for (const row of commandTable) {
      expect(row.summary.length, row.id).toBeGreaterThan(5);
      expect(row.help.length, row.id).toBeGreaterThan(5);
      expect(Object.keys(subjectTitles)).toContain(row.subject);
    }
  });

  it("finds every row by each of its words alone", () => {
    for (const row of commandTable) {
      for (const words of [row.words, ...row.aliases]) {
        const line = words.replace("…", "Frau Jansen").replaceAll("#", "1");
        expect(matchRow(line)?.row.id, line).toBe(row.id);
      }
    }
  });

  it("does not care about capitals, umlauts spelled out, or a final full stop", () => {
    for (const line of ["SITZUNG ERÖFFNEN", "sitzung eroeffnen", "Sitzung eröffnen.", "sitzung  eröffnen!"])
      expect(matchRow(line)?.row.id, line).toBe("open-meeting");
  });
});
