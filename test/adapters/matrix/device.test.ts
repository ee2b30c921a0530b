import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keysFolderIn, setUpDevice } from "../../../src/adapters/matrix/set-up-device.ts";
import { signIn } from "../../../src/adapters/matrix/sign-in.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixHouse, newFolder, openMatrixHouse, removeFolder } from "../../support/matrix/matrix-house.ts";
import { type Peer, startPeer } from "../../support/matrix/peer.ts";
import { type Synapse, startSynapse } from "../../support/matrix/synapse.ts";
import type { Login } from "../../support/matrix/synapse-accounts.ts";

describeWithSynapse("the device of the program", () => {
  let synapse: Synapse;
  let anna: Peer;
  let used: Login;
  let element: Peer;
  let recoveryKey: string;
  const folders: string[] = [];

  beforeAll(async () => {
    synapse = await startSynapse();
    used = await synapse.register("eingerichtet");
    [anna, element] = await Promise.all([
      startPeer(synapse.url, await synapse.register("anna"), { crossSign: true }),
      startPeer(synapse.url, used, { crossSign: true }),
    ]);
    recoveryKey = await element.call("recoveryKey", {});
    // Whoever shares a room hears of new devices.
    const room = await anna.call("createRoom", { invite: [used.userId] });
    await element.acceptInvitation(room);
  });

  afterAll(async () => {
    await Promise.all([anna?.stop(), element?.stop()]);
    await synapse?.stop();
    for (const folder of folders) removeFolder(folder);
  });

  const emptyFolder = (): string => {
    const folder = newFolder();
    folders.push(folder);
    return folder;
  };
  /** What a person does at `matrix login`. */
  const login = (account: Login) => signIn(synapse.url, account.userId, { password: account.password });
  const isSigned = async (deviceId: string): Promise<boolean | undefined> =>
    (await anna.call("identityOf", { userId: used.userId })).devices.find((one) => one.deviceId === deviceId)
      ?.signedByOwner;

  test("of an account first used in Element stays unsigned without a word to it, and says so", async () => {
    const own = await login(used);
    expect(await setUpDevice(emptyFolder(), own, {})).toMatchObject({ crossSigning: "unsigned" });
    await expect.poll(() => isSigned(own.deviceId)).toBe(false);
  });

  test("joins such an account with its recovery key", async () => {
    const own = await login(used);
    expect(await setUpDevice(emptyFolder(), own, { recoveryKey })).toMatchObject({ crossSigning: "signed" });
    await expect.poll(() => isSigned(own.deviceId)).toBe(true);
  });

  test("is refused with the recovery key of another account, and may try again with the right one", async () => {
    const [own, folder] = [await login(used), emptyFolder()];
    const wrong = await anna.call("recoveryKey", {});
    await expect(setUpDevice(folder, own, { recoveryKey: wrong })).rejects.toMatchObject({
      code: "recovery-key-wrong",
    });
    expect(await setUpDevice(folder, own, { recoveryKey })).toMatchObject({ crossSigning: "signed" });
  });

  test("replaces the identity with the password, if that is wished", async () => {
    const own = await login(used);
    const before = await isSigned(used.deviceId);
    const secrets = { password: used.password, resetIdentity: true } as const;
    expect(await setUpDevice(emptyFolder(), own, secrets)).toMatchObject({ crossSigning: "signed" });
    await expect.poll(() => isSigned(own.deviceId)).toBe(true);
    expect(before).toBe(true);
    await expect.poll(() => isSigned(used.deviceId)).toBe(false);
  });

  test("never replaces the identity with a wrong password", async () => {
    const own = await login(used);
    const secrets = { password: "falsch", resetIdentity: true } as const;
    await expect(setUpDevice(emptyFolder(), own, secrets)).rejects.toMatchObject({ code: "identity-refused" });
    await expect.poll(() => isSigned(own.deviceId)).toBe(false);
  });

  test("does not start a second time on one folder, nor without its keys, nor on damaged ones; with its own ones it does", async () => {
    const account = await synapse.register("sitzungsdienst");
    const folder = emptyFolder();
    const start = (): Promise<MatrixHouse> => openMatrixHouse({ url: synapse.url, login: account, folder });
    const matrix = join(folder, "matrix");
    const bot = await start();
    await expect(setUpDevice(matrix, { ...account, url: synapse.url }, {})).rejects.toMatchObject({
      code: "store-locked",
    });
    await bot.close();

    const keys = keysFolderIn(matrix);
    renameSync(keys, `${keys}-beiseite`);
    await expect(start()).rejects.toMatchObject({ code: "device-taken" });
    // Having refused, it has left nothing that could be taken for keys.
    expect(readdirSync(keys).filter((name) => name.includes("journal"))).toEqual([]);
    renameSync(keys, `${keys}-leer`);
    renameSync(`${keys}-beiseite`, keys);

    const journal = join(keys, "keys.journal");
    const whole = readFileSync(journal);
    const damaged = Buffer.from(whole);
    damaged.fill(0, 40, 80);
    writeFileSync(journal, damaged);
    await expect(start()).rejects.toMatchObject({ code: "store-damaged" });
    expect(readFileSync(journal).equals(damaged)).toBe(true);
    writeFileSync(journal, whole);
    const again = await start();
    expect(again.connection.encryption.crossSigning()).toBe("signed");
    await again.close();
  });
});
