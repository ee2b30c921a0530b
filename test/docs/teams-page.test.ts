import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, printed, runProgram, startProgram } from "../cli/run-program.ts";
import { type FakeTeams, startFakeTeams } from "../support/teams/fake-teams.ts";
import type { Person } from "../support/teams/person.ts";
import { messageText } from "../support/teams/sight.ts";
import type { Chat } from "../support/teams/world.ts";
import { blocksOf, type ChatLine, examplesOf } from "./page-examples.ts";
import { chatIn, pageCommittee, SHOWN_CODE } from "./platform-page.ts";

const page = readFileSync(new URL("../../docs/handbuch/teams.md", import.meta.url), "utf8");

/** The real program without authentication, since Microsoft's own cannot be had here; "[Ja]" in a line is a click, "[Idee geben: Mehr Zeit]" one with what stands in the field. */
describe("the examples of the page on Teams", () => {
  let fake: FakeTeams;
  let office: Person;
  let group: Chat;
  let code = "";
  const cwd = emptyFolder();

  beforeAll(async () => {
    fake = await startFakeTeams({ outboundToken: null });
    office = fake.person("Vollmer");
    group = fake.chat({ kind: "groupChat", members: [office] });
    writeFileSync(
      join(cwd, "gremium.yaml"),
      pageCommittee(`{ schluessel: jugendamt, plattform: teams, name: Jugendamt, adresse: "${group.id}" }`),
    );
    writeFileSync(join(cwd, ".env"), settingsShown());
  });

  afterAll(async () => {
    await fake?.close();
    rmSync(cwd, { recursive: true, force: true });
  });

  test("the calls print what the page shows, with the settings it shows", async () => {
    const calls = examplesOf(page).filter((one) => one.kind === "call");
    expect(calls.map(({ args }) => args[0])).toEqual(["teams-package", "import", "code"]);
    for (const { args, expected } of calls) {
      const { out, errors } = await runProgram(args, { cwd });
      expect(errors).toBe("");
      for (const { text } of expected) expect(out).toContain(text.trim());
      code = /Code für .*: (\S+)/.exec(out)?.[1] ?? code;
    }
    expect(code).not.toBe("");
  });

  test("what is typed and clicked is answered as the page shows", async () => {
    const port = await freePort();
    writeFileSync(
      join(cwd, ".env"),
      `SITZUNGSDIENST_TEAMS_LOKAL=ja\nSITZUNGSDIENST_TEAMS_ANSCHLUSS=127.0.0.1:${port}\n`,
    );
    const program = startProgram(["start"], { cwd });
    const ended = new Promise((resolve) => program.on("exit", resolve));
    try {
      await printed(program, "ist in Teams erreichbar");
      fake.bot.endpoint = `http://127.0.0.1:${port}/api/messages`;
      await office.installsApp();
      await office.addsBot(group);
      const lines = chatIn(page, /^text (gruppe|direkt)$/);
      expect(lines.length).toBeGreaterThan(9);
      for (const line of lines) await play(line);
    } finally {
      program.kill("SIGTERM");
      await ended;
    }
  });

  async function play({ where, typed, expected }: ChatLine & { readonly where: string }): Promise<void> {
    const chat = where === "direkt" ? office.alone : group;
    const [, button, written] = /^\[([^\]:]+)(?:: (.*))?\]$/.exec(typed) ?? [];
    if (button === undefined) {
      const words = typed.replace(/^@Sitzungsdienst /, "").replace(SHOWN_CODE, code);
      expect((await office.says(chat, words, { mention: where === "gruppe" })).status).toBe(200);
      for (const { text } of expected) await fake.waitForMessage(chat, text.replace("» ", ""));
      return;
    }
    const card = await fake.waitFor(() =>
      fake.messagesIn(chat).findLast((one) => office.seesOf(one).buttons.includes(button)),
    );
    const filledIn = written === undefined ? {} : { text: written };
    expect((await office.clicks(card, button, { filledIn })).status).toBe(200);
    for (const { text } of expected) expect(office.seesOf(card).text).toContain(text.replace("» ", ""));
    // Only the clicker reads it.
    for (const { text } of expected) expect(messageText(card)).not.toContain(text.replace("» ", ""));
  }
});

const settingsShown = (): string =>
  blocksOf(page)
    .filter(({ info }) => info === "ini")
    .flatMap(({ lines }) => lines.map((line) => line.trim()))
    .join("\n");

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
