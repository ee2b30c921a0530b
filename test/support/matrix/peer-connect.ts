import {
  ClientEvent,
  createClient,
  type MatrixClient,
  MatrixEventEvent,
  PendingEventOrdering,
  RoomEvent,
  SyncState,
} from "matrix-js-sdk";
import { OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";
import type { Logger } from "matrix-js-sdk/lib/logger.js";
import type { PeerEvent, PeerStart } from "./peer-commands.ts";
import { cryptoOf, secretStorageCallbacks } from "./peer-crypto.ts";
import { reporter } from "./peer-report.ts";

const nothing = (): void => undefined;
const onlyTrouble: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: console.error,
  error: console.error,
  getChild: () => onlyTrouble,
};

export type Connected = { readonly client: MatrixClient; readonly fingerprint: string };

/** A client that has synced once and reports what comes in. */
export async function connectPeer(start: PeerStart, onEvent: (event: PeerEvent) => void): Promise<Connected> {
  const { url, userId, accessToken, deviceId, password } = start;
  const client = createClient({
    baseUrl: url,
    userId,
    accessToken,
    deviceId,
    timelineSupport: true,
    logger: onlyTrouble,
    cryptoCallbacks: secretStorageCallbacks(),
  });
  await client.initRustCrypto({ useIndexedDB: false });
  const crypto = cryptoOf(client);
  if (start.onlySignedDevices === true) crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  if (start.blacklistUnverified === true) crypto.globalBlacklistUnverifiedDevices = true;
  if (start.crossSign === true) {
    const identifier = { type: "m.id.user", user: userId };
    await crypto.bootstrapCrossSigning({
      authUploadDeviceSigningKeys: async (makeRequest) => {
        await makeRequest({ type: "m.login.password", identifier, password });
      },
    });
  }
  report(client, onEvent);
  await client.startClient({
    initialSyncLimit: 100,
    threadSupport: true,
    // As Element does.
    pendingEventOrdering: PendingEventOrdering.Detached,
  });
  await new Promise<void>((resolve) => {
    client.on(ClientEvent.Sync, (state) => {
      if (state === SyncState.Prepared || state === SyncState.Syncing) resolve();
    });
  });
  return { client, fingerprint: (await crypto.getOwnDeviceKeys()).ed25519 };
}

function report(client: MatrixClient, onEvent: (event: PeerEvent) => void): void {
  const see = reporter(client, onEvent);
  client.on(RoomEvent.Timeline, (event, _room, toStart, _removed, data) => {
    if (toStart !== true && data.liveEvent === true) see(event);
  });
  client.on(MatrixEventEvent.Decrypted, see);
  client.on(RoomEvent.MyMembership, (room, membership) => {
    if (membership !== "invite") return;
    onEvent({
      id: `invitation ${room.roomId}`,
      room: room.roomId,
      sender: room.getDMInviter() ?? "",
      type: "m.room.member",
      stateKey: client.getSafeUserId(),
      content: { membership },
      encrypted: false,
      failed: undefined,
      shield: undefined,
    });
  });
}
