import {
  type CollectStrategy,
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  EncryptionSettings,
  initAsync,
  OlmMachine,
  RoomId,
  TrustRequirement,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { createPump } from "../../../../src/adapters/matrix/encryption/pump.ts";
import { userIds } from "../../../../src/adapters/matrix/encryption/user-ids.ts";
import type { Json } from "../../../../src/adapters/matrix/homeserver.ts";
import type { FakeHomeserver } from "./fake-homeserver.ts";
import { ROOM } from "./house.ts";

/** Someone's own program, which may do what ours would not: withhold keys, send them late, not tell everyone. */
export type RawPeer = {
  readonly machine: OlmMachine;
  encrypt(body: string, readers: readonly string[], strategy: CollectStrategy): Promise<Json>;
  /** Sends what was held back by `holdKeys`. */
  sendKeys(): Promise<void>;
  /** From now on keys are made but not sent. */
  holdKeys(): void;
  sync(): Promise<void>;
};

export async function openRawPeer(server: FakeHomeserver, user: string, deviceId: string): Promise<RawPeer> {
  await initAsync();
  const device = server.device(user, deviceId);
  const silent = () => undefined;
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  const machine = await OlmMachine.initialize(new UserId(user), new DeviceId(deviceId), undefined, undefined, logger);
  const pump = createPump(machine, device, silent);
  await pump.run();
  let isHolding = false;
  let held: Awaited<ReturnType<OlmMachine["shareRoomKey"]>> = [];
  return {
    machine,
    async encrypt(body, readers, strategy) {
      await machine.updateTrackedUsers(userIds(readers));
      await pump.run();
      const claim = await machine.getMissingSessions(userIds(readers));
      if (claim !== null && claim !== undefined) await pump.deliver(claim);
      const settings = new EncryptionSettings();
      settings.sharingStrategy = strategy;
      const keys = await machine.shareRoomKey(new RoomId(ROOM), userIds(readers), settings);
      if (isHolding) held = keys;
      else for (const key of keys) await pump.deliver(key);
      const content = JSON.stringify({ msgtype: "m.text", body });
      return JSON.parse(await machine.encryptRoomEvent(new RoomId(ROOM), "m.room.message", content));
    },
    async sendKeys() {
      for (const key of held) await pump.deliver(key);
    },
    holdKeys() {
      isHolding = true;
    },
    async sync() {
      const { toDevice, changedDevices, oneTimeKeyCounts, unusedFallbackKeys } = device.sync();
      await machine.receiveSyncChanges(
        JSON.stringify(toDevice),
        new DeviceLists(userIds(changedDevices), []),
        new Map(Object.entries(oneTimeKeyCounts ?? {})),
        new Set(unusedFallbackKeys ?? []),
        new DecryptionSettings(TrustRequirement.Untrusted),
      );
      await pump.run();
    },
  };
}
