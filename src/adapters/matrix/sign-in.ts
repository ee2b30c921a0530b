import type { DeviceLogin } from "./device-login.ts";
import { CLIENT, HomeserverRefusal, type Json } from "./homeserver.ts";
import { MatrixFault } from "./matrix-fault.ts";
import { createRestClient, type RestClient } from "./rest-client.ts";
import { isObject } from "./room-facts.ts";

export type Credentials = { readonly password: string } | { readonly token: string };

const DEVICE_NAME = "Sitzungsdienst";

/**
 * Anmelden: with a password a new device is made; a token brings its own. Throws `MatrixFault` "login-refused" or "server-unknown".
 * Stores nothing.
 */
export async function signIn(url: string, account: string, credentials: Credentials): Promise<DeviceLogin> {
  const client = createRestClient({
    url,
    accessToken: "token" in credentials ? credentials.token : "",
    signedOut: () => undefined,
    note: () => undefined,
  });
  await assertHomeserver(url);
  try {
    const answer = "token" in credentials ? await whoAmI(client) : await login(client, account, credentials.password);
    const { user_id: userId, device_id: deviceId, access_token: accessToken } = answer;
    if (typeof userId !== "string" || typeof deviceId !== "string" || typeof accessToken !== "string")
      throw new MatrixFault("login-refused", "the answer names no device");
    if (userId !== account) throw new MatrixFault("login-refused", `the homeserver knows this account as ${userId}`);
    return { url, userId, deviceId, accessToken };
  } catch (error) {
    if (error instanceof HomeserverRefusal) throw new MatrixFault("login-refused", error.message, error);
    throw error;
  } finally {
    client.stop();
  }

  async function whoAmI(rest: RestClient): Promise<Json> {
    const answer = await rest.send("GET", `${CLIENT}/account/whoami`);
    return { ...answer, access_token: "token" in credentials ? credentials.token : undefined };
  }
}

function login(client: RestClient, account: string, password: string): Promise<Json> {
  return client.send("POST", `${CLIENT}/login`, {
    body: {
      type: "m.login.password",
      identifier: { type: "m.id.user", user: account },
      password,
      initial_device_display_name: DEVICE_NAME,
    },
  });
}

const QUESTION_TIMEOUT = 10_000;

/** Asked once and not patiently: whoever types an address wants to hear at once that it is wrong. */
async function assertHomeserver(url: string): Promise<void> {
  const answer = await jsonAt(new URL("/_matrix/client/versions", url));
  if (!isObject(answer) || !Array.isArray(answer["versions"])) throw new MatrixFault("server-unknown", url);
}

/** Adresse of the homeserver of an account, as its server publishes it (.well-known); else that server itself. */
export async function homeserverOf(account: string): Promise<string> {
  const server = account.slice(account.indexOf(":") + 1);
  const answer = await jsonAt(new URL(`https://${server}/.well-known/matrix/client`));
  const published = isObject(answer) ? answer["m.homeserver"] : undefined;
  const url = isObject(published) ? published["base_url"] : undefined;
  return typeof url === "string" && /^https?:\/\//.test(url) ? url.replace(/\/+$/, "") : `https://${server}`;
}

async function jsonAt(url: URL): Promise<unknown> {
  try {
    const answer = await fetch(url, { redirect: "follow", signal: AbortSignal.timeout(QUESTION_TIMEOUT) });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined; // nobody there, or no JSON: both are "no homeserver"
  }
}
