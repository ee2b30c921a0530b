import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyFolder, printed, runProgram, startProgram } from "../cli/run-program.ts";
import { describeWithSynapse } from "../support/matrix/describe-with-synapse.ts";
import { type Peer, startPeer } from "../support/matrix/peer.ts";
import { type Synapse, startSynapse } from "../support/matrix/synapse.ts";
import { examplesOf } from "./page-examples.ts";
import { chatIn, pageCommittee, SHOWN_CODE } from "./platform-page.ts";

const page = readFileSync(new URL("../../docs/handbuch/matrix.md", import.meta.url), "utf8");
const bot = "@sitzungsdienst:localhost";

/** Its own kinds of blocks: "text raum" is said in the room, "text direkt" in the direct chat; the calls come first. */
describeWithSynapse("the examples of the page on Matrix", () => {
  let synapse: Synapse;
  let office: Peer;
  let room: string;
  let code = "";
  const cwd = emptyFolder();

  beforeAll(async () => {
    synapse = await startSynapse();
    const { password } = await synapse.register("sitzungsdienst");
    office = await startPeer(synapse.url, await synapse.register("vollmer"), { crossSign: true });
    room = await office.call("createRoom", { encrypted: true });
    writeFileSync(
      join(cwd, "gremium.yaml"),
      pageCommittee(`{ schluessel: traeger, plattform: matrix, name: Träger, adresse: "${room}", faeden: true }`),
    );
    writeFileSync(
      join(cwd, ".env"),
      `SITZUNGSDIENST_MATRIX_SERVER=${synapse.url}\nSITZUNGSDIENST_MATRIX_KONTO=${bot}\nSITZUNGSDIENST_MATRIX_PASSWORT=${password}\n`,
    );
  });

  afterAll(async () => {
    await office?.stop();
    await synapse?.stop();
    rmSync(cwd, { recursive: true, force: true });
  });

  test("the calls print what the page shows", async () => {
    const calls = examplesOf(page).filter((one) => one.kind === "call");
    expect(calls.length).toBeGreaterThan(2);
    for (const { args, expected } of calls) {
      const { out, errors } = await runProgram(args, { cwd });
      expect(errors).toBe("");
      for (const { text } of expected) expect(out).toContain(text);
      code = /Code für .*: (\S+)/.exec(out)?.[1] ?? code;
    }
    expect(code).not.toBe("");
  });

  test("what is typed in the chats is answered as the page shows", async () => {
    const program = startProgram(["start"], { cwd });
    try {
      await printed(program, "ist in Matrix erreichbar");
      await office.call("invite", { room, userId: bot });
      await office.waitFor(
        (event) => event.room === room && event.stateKey === bot && event.content["membership"] === "join",
      );
      const direct = await office.call("createRoom", { encrypted: true, isDirect: true, invite: [bot] });
      await office.waitFor((event) => event.room === direct && event.sender === bot && event.type === "m.room.message");
      const lines = chatIn(page, /^text (raum|direkt)$/);
      expect(lines.length).toBeGreaterThan(7);
      for (const { where, typed, expected } of lines) {
        const place = where === "direkt" ? direct : room;
        await office.call("sendText", { room: place, text: typed.replace(SHOWN_CODE, code) });
        for (const { text } of expected)
          await office.waitFor(
            (event) =>
              event.room === place &&
              event.sender === bot &&
              String(event.content["body"]).includes(text.replace("» ", "")),
          );
      }
    } finally {
      const ended = new Promise((resolve) => program.on("exit", resolve));
      program.kill("SIGTERM");
      await ended;
    }
  });
});
