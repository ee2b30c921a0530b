import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithSynapse } from "../../../support/matrix/describe-with-synapse.ts";
import { type Peer, startPeer } from "../../../support/matrix/peer.ts";
import { restClient } from "../../../support/matrix/rest-client.ts";
import { type Synapse, startSynapse } from "../../../support/matrix/synapse.ts";

describeWithSynapse("a real client, driven from a test", () => {
  let synapse: Synapse;
  let anna: Peer;
  let bert: Peer;
  let room: string;
  beforeAll(async () => {
    synapse = await startSynapse();
    [anna, bert] = await Promise.all([
      startPeer(synapse.url, await synapse.register("anna"), { crossSign: true }),
      startPeer(synapse.url, await synapse.register("bert")),
    ]);
    room = await anna.call("createRoom", { invite: [bert.userId], name: "Vorstand" });
    await bert.acceptInvitation(room);
    const joined = (id: string) =>
      anna.waitFor((event) => event.stateKey === id && event.content["membership"] === "join");
    await joined(bert.userId);
  });
  afterAll(async () => {
    await Promise.all([anna?.stop(), bert?.stop()]);
    await synapse?.stop();
  });

  const arrived = (peer: Peer, id: string) => peer.waitFor((event) => event.id === id && event.failed === undefined);
  const bodies = async (peer: Peer) => (await peer.call("shown", { room })).map(({ body }) => body);

  it("sends encrypted and reads it, with the mark a person would see", async () => {
    const id = await anna.call("sendText", {
      room,
      text: "Guten Tag",
      html: "<b>Guten</b> Tag",
      mentions: [bert.userId],
    });
    const seen = await arrived(bert, id);
    expect(seen).toMatchObject({ room, sender: anna.userId, type: "m.room.message", encrypted: true });
    expect(seen.content).toMatchObject({ body: "Guten Tag", "m.mentions": { user_ids: [bert.userId] } });
    expect(seen.shield?.color).toBe("none");
    const fromUnsigned = await arrived(anna, await bert.call("sendText", { room, text: "Tag auch" }));
    expect(fromUnsigned.shield).toEqual({ color: "red", reason: "UNSIGNED_DEVICE" });
    expect(await bert.call("isEncrypted", { room })).toBe(true);
    await expect.poll(() => bert.call("unread", { room })).toEqual({ total: 1, highlights: 1 });
    const raw = restClient(synapse.url, await synapse.login("anna"));
    expect((await raw.history(room)).find((event) => event.id === id)?.type).toBe("m.room.encrypted");
  });

  it("shows edits, replies, threads, reactions and what was taken back", async () => {
    const id = await anna.call("sendText", { room, text: "Enwurf" });
    await arrived(bert, id);
    const edit = await anna.call("edit", { room, id, text: "Entwurf" });
    const reply = await bert.call("reply", { room, id, text: "Einverstanden" });
    const inThread = await bert.call("threadReply", { room, root: id, text: "Beiseite" });
    const wrong = await bert.call("sendText", { room, text: "Irrtum" });
    const reaction = await bert.call("react", { room, id, key: "👍" });
    await bert.call("redact", { room, id: wrong });
    await Promise.all([arrived(bert, edit), ...[reply, inThread, reaction].map((one) => arrived(anna, one))]);
    await anna.waitFor((event) => event.type === "m.room.redaction");
    await expect.poll(() => bodies(anna)).toEqual(expect.arrayContaining(["Entwurf", "Beiseite"]));
    const shown = await anna.call("shown", { room });
    const of = (wanted: string) => shown.find((one) => one.id === wanted);
    expect(of(id)).toMatchObject({ body: "Entwurf", edited: true, redacted: false });
    expect(of(reply)).toMatchObject({ body: "Einverstanden", replyTo: id, edited: false });
    expect(of(inThread)).toMatchObject({ body: "Beiseite", thread: id });
    expect(of(wrong)).toMatchObject({ body: "", redacted: true });
    await expect.poll(() => bodies(bert)).toEqual(expect.arrayContaining(["Entwurf", "Beiseite"]));
    await expect.poll(() => anna.call("reactions", { room, id })).toEqual({ "👍": [bert.userId] });
    await expect.poll(() => anna.call("thread", { room, id })).toEqual({ length: 1, last: "Beiseite" });
    expect((await bodies(anna)).filter((body) => /Ent?wurf/.test(body))).toEqual(["Entwurf"]);
  });

  it("counts a poll by the last vote of each", async () => {
    const poll = await anna.call("startPoll", { room, question: "Vertagen?", answers: ["Ja", "Nein"] });
    await arrived(bert, poll);
    const asked = (await bert.call("polls", { room })).at(-1);
    const [yes, no] = asked?.answers.map((answer) => answer.id) ?? [];
    await bert.call("vote", { room, poll, answers: [yes ?? ""] });
    await arrived(anna, await bert.call("vote", { room, poll, answers: [no ?? ""] }));
    await arrived(bert, await anna.call("endPoll", { room, poll, text: "Beendet" }));
    for (const peer of [anna, bert]) {
      const counted = (await peer.call("polls", { room })).at(-1);
      expect(counted).toMatchObject({ id: poll, question: "Vertagen?", ended: true, undecryptable: 0 });
      expect(counted?.votes).toEqual({ [bert.userId]: [no] });
      expect(counted?.answers.map(({ text, votes }) => [text, votes])).toEqual([
        ["Ja", 0],
        ["Nein", 1],
      ]);
    }
  });

  it("fetches an encrypted file, and refuses one that was changed", async () => {
    const plain = randomBytes(1_000);
    const key = randomBytes(32);
    const iv = Buffer.concat([randomBytes(8), Buffer.alloc(8)]);
    const bytes = createCipheriv("aes-256-ctr", key, iv).update(plain);
    const url = await restClient(synapse.url, await synapse.login("anna")).upload(bytes, "application/octet-stream");
    const sha256 = (of: Uint8Array) => createHash("sha256").update(of).digest("base64").replace(/=+$/, "");
    const file = { v: "v2", url, iv: iv.toString("base64"), key: { k: key.toString("base64url") } };
    const sound = { file: { ...file, hashes: { sha256: sha256(bytes) } } };
    expect(Buffer.from(await bert.call("download", { content: sound }))).toEqual(plain);
    const changed = { file: { ...file, hashes: { sha256: sha256(plain) } } };
    await expect(bert.call("download", { content: changed })).rejects.toThrow("the hash of the file is");
    expect(Buffer.from(await bert.call("download", { content: { url } }))).toEqual(bytes);
  });

  it("tells how it sees another account and its devices", async () => {
    const seen = await bert.call("identityOf", { userId: anna.userId });
    const device = seen.devices.find(({ deviceId }) => deviceId === anna.deviceId);
    expect(device).toMatchObject({ signedByOwner: true, verified: false });
    await bert.call("verifyDevice", { userId: anna.userId, deviceId: anna.deviceId });
    const then = await bert.call("identityOf", { userId: anna.userId });
    expect(then.devices.find(({ deviceId }) => deviceId === anna.deviceId)).toMatchObject({ verified: true });
    expect(await anna.call("recoveryKey", {})).toMatch(/^(\w{4} ){11}\w{4}$/);
  });

  it("keeps its keys from devices it does not trust, and the other one says so", async () => {
    await anna.call("blacklistUnverified", { on: true });
    await anna.call("discardSession", { room });
    const id = await anna.call("sendText", { room, text: "Nicht für alle" });
    const seen = await bert.waitFor((event) => event.id === id);
    expect(seen.failed).toMatch(/^MEGOLM_/);
    await anna.call("blacklistUnverified", { on: false });
    await anna.call("discardSession", { room });
    await arrived(bert, await anna.call("sendText", { room, text: "Für alle" }));
  });

  it("reads, told so, signed devices only", async () => {
    const clara = await startPeer(synapse.url, await synapse.register("clara"), { onlySignedDevices: true });
    await anna.call("invite", { room, userId: clara.userId });
    await clara.acceptInvitation(room);
    const joined = (peer: Peer) =>
      peer.waitFor((event) => event.stateKey === clara.userId && event.content["membership"] === "join");
    await Promise.all([joined(anna), joined(bert)]);
    await arrived(clara, await anna.call("sendText", { room, text: "Von einem signierten Gerät" }));
    const id = await bert.call("sendText", { room, text: "Von irgendeinem" });
    expect((await clara.waitFor((event) => event.id === id)).failed).toBe("UNSIGNED_SENDER_DEVICE");
    await clara.stop();
  });

  it("runs a room: names, levels, encryption later on, members going and coming, a new version", async () => {
    const plain = await anna.call("createRoom", { encrypted: false, invite: [bert.userId], roomVersion: "10" });
    await bert.acceptInvitation(plain);
    await anna.call("setPowerLevel", { room: plain, userId: bert.userId, level: 50 });
    const levels = { room: plain, type: "m.room.power_levels" };
    await expect.poll(async () => (await bert.call("state", levels))?.["users"]).toMatchObject({ [bert.userId]: 50 });
    await anna.call("enableEncryption", { room: plain });
    await bert.waitFor((event) => event.room === plain && event.type === "m.room.encryption");
    expect(await bert.call("isEncrypted", { room: plain })).toBe(true);
    await bert.call("leave", { room: plain });
    await anna.waitFor((event) => event.stateKey === bert.userId && event.content["membership"] === "leave");
    expect(await anna.call("members", { room: plain })).toEqual({ [anna.userId]: "join", [bert.userId]: "leave" });
    await anna.call("invite", { room: plain, userId: bert.userId });
    expect(await bert.acceptInvitation()).toBe(plain);
    await anna.call("ban", { room: plain, userId: bert.userId });
    expect(await anna.call("upgradeRoom", { room: plain, version: "11" })).toMatch(/^!/);
  });

  it("says what it was doing when it dies", async () => {
    const peer = await startPeer(synapse.url, await synapse.login("bert"));
    const waiting = peer.call("recoveryKey", {});
    await peer.stop();
    await expect(waiting).rejects.toThrow("peer @bert:localhost has ended");
    await expect(peer.call("members", { room })).rejects.toThrow("peer @bert:localhost has ended");
  });
});
