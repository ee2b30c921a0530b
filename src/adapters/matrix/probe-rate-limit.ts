import { randomUUID } from "node:crypto";
import type { DeviceLogin } from "./device-login.ts";
import { CLIENT, HomeserverRefusal } from "./homeserver.ts";
import { createRestClient } from "./rest-client.ts";

/** More than a homeserver lets pass at once by default (Synapse: ten). */
const MESSAGES = 14;

/** Bremst der Server? Sends some messages into a room of its own, which is left again. Says after how many it was slowed down. */
export async function probeRateLimit(
  login: DeviceLogin,
): Promise<{ readonly sent: number; readonly limited: boolean }> {
  const client = createRestClient({ ...login, signedOut: () => undefined, note: () => undefined });
  const { room_id: room } = await client.send("POST", `${CLIENT}/createRoom`, {
    body: { preset: "private_chat", name: "Probe des Sitzungsdienstes" },
  });
  const path = `${CLIENT}/rooms/${encodeURIComponent(String(room))}`;
  try {
    for (let sent = 0; sent < MESSAGES; sent += 1) {
      const { status } = await fetch(new URL(`${path}/send/m.room.message/${randomUUID()}`, login.url), {
        method: "PUT",
        headers: { authorization: `Bearer ${login.accessToken}`, "content-type": "application/json" },
        body: JSON.stringify({ msgtype: "m.notice", body: `Probe ${sent + 1}` }),
        signal: AbortSignal.timeout(20_000),
      });
      if (status === 429) return { sent, limited: true };
      if (status >= 400) throw new HomeserverRefusal(status, {}, "PUT send");
    }
    return { sent: MESSAGES, limited: false };
  } finally {
    await client.send("POST", `${path}/leave`, { body: {} });
    await client.send("POST", `${path}/forget`, { body: {} });
    client.stop();
  }
}
