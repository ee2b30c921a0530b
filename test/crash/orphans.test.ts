import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { execPath } from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import type { BotOrder } from "../support/matrix/kill-order.ts";
import { makeStorageFolder } from "../support/storage-harness.ts";

const folder = makeStorageFolder("orphans-");
afterAll(() => folder.remove());

/** Waits for its homeserver, which never comes. */
const order: BotOrder = {
  url: "http://127.0.0.1:9",
  login: { userId: "@bot:localhost", deviceId: "D", accessToken: "t", password: "p" },
  folder: join(folder.root, "bot"),
  committee: [],
  control: "none",
  life: 1,
};

describe("a process that a test has started", () => {
  it.each([
    ["matrix-child.ts", [JSON.stringify(order)]],
    ["teams-child.ts", []],
    ["../support/storage-opener.ts", [folder.file, folder.keysFolder, "hold"]],
  ])("ends when the test is killed: %s", async (script, args) => {
    const flags = ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"];
    const call = JSON.stringify([...flags, join(import.meta.dirname, script), ...args]);
    // It holds what its parent prints to, as a test's process holds what vitest reads.
    const code = `import { spawn } from "node:child_process";
      spawn(process.execPath, ${call}, { stdio: ["pipe", "inherit", "ignore"] }).once("spawn", () => console.log("started"));`;
    const parent = spawn(execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
    const closed = once(parent.stdout, "close");
    const [said] = await once(parent.stdout.setEncoding("utf8"), "data");
    expect(said).toContain("started");
    parent.kill("SIGKILL");
    await closed;
  });
});
