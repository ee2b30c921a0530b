import { describe, expect, it } from "vitest";
import { commandTable } from "../../src/flows/command-table/command-table.ts";
import { commandHandbook } from "./command-handbook.ts";

describe("the handbook's list of commands", () => {
  it("is what the command table says (write it anew: vitest run test/flows/command-handbook.test.ts -u)", async () => {
    await expect(commandHandbook()).toMatchFileSnapshot("../../docs/handbuch/befehle.md");
  });

  it("holds every command with its example", () => {
    for (const row of commandTable) expect(commandHandbook()).toContain(`\`${row.example}\``);
  });
});
