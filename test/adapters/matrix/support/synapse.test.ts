import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { apiCall } from "../../../support/matrix/api-call.ts";
import { describeWithSynapse } from "../../../support/matrix/describe-with-synapse.ts";
import { restClient } from "../../../support/matrix/rest-client.ts";
import { type Synapse, startSynapse } from "../../../support/matrix/synapse.ts";
import { newFolder, removeFolder } from "../../../support/matrix/synapse-folder.ts";
import { outside } from "../../../support/matrix/synapse-root.ts";

describeWithSynapse("a homeserver for tests", () => {
  let synapse: Synapse;
  beforeAll(async () => {
    synapse = await startSynapse({
      defaultRoomVersion: "11",
      messageRate: { perSecond: 0.01, burst: 3 },
      extra: "max_upload_size: 1K",
    });
  });
  afterAll(() => synapse?.stop());

  it("knows accounts and further devices of them", async () => {
    const first = await synapse.register("anna");
    const second = await synapse.login("anna", "SECOND");
    expect([first.userId, second.userId]).toEqual(["@anna:localhost", "@anna:localhost"]);
    expect(second.deviceId).toBe("SECOND");
    expect(first.deviceId).not.toBe("SECOND");
  });

  it("takes a device away, and its token with it", async () => {
    const { userId, deviceId, accessToken } = await synapse.register("berta");
    await synapse.admin.logoutDevice(userId, deviceId);
    const asked = apiCall(synapse.url, "GET", "/_matrix/client/v3/account/whoami", { token: accessToken });
    await expect(asked).rejects.toMatchObject({ status: 401, errcode: "M_UNKNOWN_TOKEN" });
  });

  it("limits the rate as told, and lifts the limit of one account", async () => {
    const client = restClient(synapse.url, await synapse.register("carla"));
    const room = await client.createRoom();
    const hurried = async (): Promise<void> => {
      for (let number = 1; number <= 5; number += 1) await client.sendText(room, `${number}`);
    };
    await expect(hurried()).rejects.toMatchObject({ status: 429, errcode: "M_LIMIT_EXCEEDED" });
    await synapse.admin.overrideRateLimit(client.userId);
    await hurried();
    await synapse.admin.restoreRateLimit(client.userId);
  });

  it("makes rooms of the version it was told, and lets more YAML replace its settings", async () => {
    const client = restClient(synapse.url, await synapse.register("dora"));
    const room = await client.createRoom();
    expect(await client.state(room, "m.room.create")).toMatchObject({ room_version: "11" });
    await expect(client.upload(new Uint8Array(2_000), "image/png")).rejects.toMatchObject({ status: 413 });
  });

  it("keeps everything over an orderly restart and over a kill", async () => {
    const client = restClient(synapse.url, await synapse.register("emma"));
    const room = await client.createRoom({ name: "Vorstand" });
    await synapse.restart();
    expect(await client.state(room, "m.room.name")).toEqual({ name: "Vorstand" });
    await synapse.kill9();
    await expect(client.members(room)).rejects.toThrow("fetch failed");
    await synapse.restart();
    expect(await client.members(room)).toEqual([client.userId]);
  });

  it("dies with the process that started it, and the next one clears its data away", async () => {
    const module = new URL("../../../support/matrix/synapse.ts", import.meta.url).href;
    const code = `const { url } = await (await import(${JSON.stringify(module)})).startSynapse(); console.log(url);`;
    const abandoning = spawn(process.execPath, ["--no-warnings", "--input-type=module", "-e", code], { stdio: "pipe" });
    const [line] = await once(abandoning.stdout.setEncoding("utf8"), "data");
    const versions = `${String(line).trim()}/_matrix/client/versions`;
    const folders = (): number =>
      readdirSync(outside("/srv")).filter((name) => name.startsWith(`test-${abandoning.pid}-`)).length;
    expect((await fetch(versions)).status).toBe(200);
    expect(folders()).toBe(1);
    const ended = once(abandoning, "exit");
    abandoning.kill("SIGKILL");
    // Dead, but not yet taken note of, it would still count as alive.
    await ended;
    await expect
      .poll(() =>
        fetch(versions).then(
          () => "alive",
          () => "gone",
        ),
      )
      .toBe("gone");
    await expect
      .poll(() => {
        removeFolder(newFolder());
        return folders();
      })
      .toBe(0);
  });

  it("says why it does not start", async () => {
    const extra = "server_name: [no name]";
    await expect(startSynapse({ extra })).rejects.toThrow(/Synapse ended at its start[\s\S]*Invalid server name/);
  });
});
