import {
  type CrossSigningBootstrapRequests,
  DeviceId,
  type OlmMachine,
  type SignatureUploadRequest,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { z } from "zod";
import { CLIENT, type Homeserver, HomeserverRefusal } from "../homeserver.ts";
import type { EncryptionOptions } from "./encryption.ts";
import { EncryptionFault } from "./encryption-fault.ts";
import { firstOf, type OwnKeys } from "./own-keys.ts";
import type { Pump } from "./pump.ts";
import { type IdentitySecrets, readIdentitySecrets } from "./secret-storage.ts";

const signingKey = z.object({ keys: z.record(z.string(), z.string()) });
const signingKeys = z.looseObject({ master_key: signingKey, self_signing_key: signingKey });

/**
 * Has this device signed by the account's identity, so that other programs trust it with their keys. Made anew where the account has
 * none; one made elsewhere is joined with the recovery key or, only if asked to, replaced. Doing it again changes nothing.
 */
export async function crossSign(
  machine: OlmMachine,
  pump: Pump,
  options: EncryptionOptions,
  published: OwnKeys,
  secretsRead?: IdentitySecrets,
): Promise<"signed" | "unsigned"> {
  const { hasMaster, hasSelfSigning } = await machine.crossSigningStatus();
  if (hasMaster && hasSelfSigning) {
    const own = await machine.bootstrapCrossSigning(false);
    const { master_key, self_signing_key } = signingKeys.parse(JSON.parse(own.uploadSigningKeysRequest.body));
    if (firstOf(master_key.keys) === published.master) {
      const isSigned = Object.keys(self_signing_key.keys).some((name) => published.deviceSignedBy.includes(name));
      if (!isSigned) await uploadSignatures(pump, own.uploadSignaturesRequest);
      return "signed";
    }
    // Made here, but this program ended before it was published.
    if (published.master === undefined) return publishFirst(own, pump, options);
  }
  if (published.master === undefined) return publishFirst(await machine.bootstrapCrossSigning(true), pump, options);
  if (options.recoveryKey !== undefined) {
    const { homeserver, userId, recoveryKey } = options;
    return join(machine, pump, options, secretsRead ?? (await readIdentitySecrets(homeserver, userId, recoveryKey)));
  }
  if (options.resetIdentity !== undefined) {
    if (options.password === undefined)
      throw new EncryptionFault("password-missing", "replacing the identity needs the account's password");
    await publish(await machine.bootstrapCrossSigning(true), pump, options);
    return "signed";
  }
  options.note("identity-exists");
  return "unsigned";
}

/** Nobody asked for it, so a refusal is no reason not to start. */
async function publishFirst(requests: CrossSigningBootstrapRequests, pump: Pump, options: EncryptionOptions) {
  try {
    await publish(requests, pump, options);
    return "signed";
  } catch (error) {
    if (!(error instanceof EncryptionFault)) throw error;
    options.note("identity-refused", error.message);
    return "unsigned";
  }
}

async function publish(
  requests: CrossSigningBootstrapRequests,
  pump: Pump,
  { homeserver, userId, password }: EncryptionOptions,
): Promise<void> {
  if (requests.uploadKeysRequest !== undefined) await pump.deliver(requests.uploadKeysRequest);
  const keys: object = JSON.parse(requests.uploadSigningKeysRequest.body);
  await uploadSigningKeys(homeserver, userId, keys, password);
  await uploadSignatures(pump, requests.uploadSignaturesRequest);
}

/** Signatures are refused one by one, in an answer that is otherwise a yes. */
async function uploadSignatures(pump: Pump, request: SignatureUploadRequest): Promise<void> {
  const { failures } = await pump.deliver(request);
  if (Object.keys(Object(failures)).length > 0)
    throw new EncryptionFault("identity-refused", `signatures refused: ${JSON.stringify(failures).slice(0, 200)}`);
}

async function uploadSigningKeys(homeserver: Homeserver, user: string, keys: object, password: string | undefined) {
  const path = `${CLIENT}/keys/device_signing/upload`;
  const asked = await refusalOf(homeserver.send("POST", path, { body: keys }));
  if (asked === undefined) return;
  if (asked.status !== 401) throw new EncryptionFault("identity-refused", asked.message, asked);
  if (password === undefined) throw new EncryptionFault("password-missing", asked.message, asked);
  const identifier = { type: "m.id.user", user };
  const auth = { type: "m.login.password", identifier, password, session: asked.body["session"] };
  const refused = await refusalOf(homeserver.send("POST", path, { body: { ...keys, auth } }));
  if (refused !== undefined) throw new EncryptionFault("identity-refused", refused.message, refused);
}

async function refusalOf(sending: Promise<unknown>): Promise<HomeserverRefusal | undefined> {
  try {
    await sending;
    return undefined;
  } catch (error) {
    if (error instanceof HomeserverRefusal) return error;
    throw error;
  }
}

async function join(
  machine: OlmMachine,
  pump: Pump,
  { userId, deviceId }: EncryptionOptions,
  { master, selfSigning, userSigning }: IdentitySecrets,
): Promise<"signed"> {
  // The secrets are compared with the public identity, which the machine has to know for that.
  await pump.deliver(machine.queryKeysForUsers([new UserId(userId)]));
  const outdated = (cause?: unknown) =>
    new EncryptionFault("recovery-key-outdated", "the stored secrets do not belong to the published identity", cause);
  const imported = await machine.importCrossSigningKeys(master, selfSigning, userSigning).catch((error: unknown) => {
    throw outdated(error);
  });
  if (!imported.hasSelfSigning) throw outdated();
  const device = await machine.getDevice(new UserId(userId), new DeviceId(deviceId));
  if (device === undefined) throw new EncryptionFault("identity-refused", "the homeserver does not list this device");
  await uploadSignatures(pump, await device.verify());
  return "signed";
}
