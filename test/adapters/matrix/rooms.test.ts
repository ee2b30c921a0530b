import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { roomKey } from "../../support/keys.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixScene, openScene } from "../../support/matrix/matrix-scene.ts";
import type { Peer } from "../../support/matrix/peer.ts";
import type { PeerEvent } from "../../support/matrix/peer-commands.ts";
import { type RestClient, restClient } from "../../support/matrix/rest-client.ts";
import type { RestSync } from "../../support/matrix/rest-sync.ts";

/** The bot takes invitations from members, and from nobody of its own server. */
const closed = { allowedServers: ["anderswo.example"] };

describeWithSynapse("rooms", () => {
  let scene: MatrixScene;
  let anna: Peer;
  let grete: Peer;
  let bert: Peer;
  let stranger: RestClient;
  let strangers: RestSync;
  /** A room of the committee that nothing happens to. */
  let standing: string;

  beforeAll(async () => {
    scene = await openScene(
      [{ name: "anna", office: "chair" }, { name: "grete", office: "office" }, { name: "bert" }],
      [{ name: "carla" }],
      closed,
    );
    [anna, grete, bert] = [scene.peer("anna"), scene.peer("grete"), scene.peer("bert")];
    stranger = restClient(scene.synapse.url, await scene.synapse.register("fremd"));
    strangers = await stranger.startSync();
    standing = await scene.room({ by: "anna", name: "Immer", encrypted: false });
  });

  afterEach(() => scene?.proxy.clear());
  afterAll(async () => {
    await strangers?.stop();
    await scene?.stop();
  });

  const ask = (peer: Peer, room: string, text: string) => peer.call("sendText", { room, text });
  /** It answers here, once more. */
  const answered = async (peer: Peer, room: string): Promise<void> => {
    const before = new Set(peer.events);
    await ask(peer, room, "!ag status");
    await peer.waitFor((event) => !before.has(event) && scene.says("Sitzung", room)(event));
  };
  const own =
    (membership: string, room: string) =>
    (event: { room: string; type: string; stateKey: string | undefined; content: Readonly<Record<string, unknown>> }) =>
      event.room === room &&
      event.type === "m.room.member" &&
      event.stateKey === scene.me &&
      event.content["membership"] === membership;
  const inviteAgain = async (room: string): Promise<void> => {
    const before = new Set(anna.events);
    await anna.call("invite", { room, userId: scene.me });
    await anna.waitFor((event) => !before.has(event) && own("join", room)(event));
  };
  const count = (peer: Peer, fits: (event: PeerEvent) => boolean): number => peer.events.filter(fits).length;
  /** What was sent before is there once this is. */
  const fence = async (peer: Peer, room: string, mark: string): Promise<void> => {
    await scene.tell(`fence ${mark}`, scene.toRoom(room), mark);
    await peer.waitFor(scene.says(mark, room));
  };
  const office = async (text: string): Promise<PeerEvent> => {
    const said = grete.waitFor(scene.says(text));
    const known = grete.events.some((event) => event.sender === scene.me && event.room === greteDirect);
    if (!known) greteDirect = await grete.acceptInvitation();
    return said;
  };
  let greteDirect = "";
  const state = (room: string, type: string, content: object) =>
    scene.rest("anna").sendState(room, type, content as Record<string, unknown>);

  test("an invitation of a stranger is refused, with the reason", async () => {
    const room = await stranger.createRoom({ invite: [scene.me] });
    const left = await strangers.waitFor(own("leave", room));
    expect(left.content["reason"]).toContain("nur Einladungen von Mitgliedern des Gremiums");
    expect(scene.bot().notes).toContain(`invitation-refused ${scene.synapse.serverName}`);
  });

  test("an invitation that came while the program was away is taken up, of an allowed server too", async () => {
    await scene.close();
    const room = await stranger.createRoom({ invite: [scene.me] });
    await scene.open({ allowedServers: [scene.synapse.serverName] });
    await strangers.waitFor(own("join", room));
    const greeted = await strangers.waitFor(
      (event) => event.room === room && String(event.content["body"]).includes("ich bin der Sitzungsdienst"),
    );
    expect(greeted.sender).toBe(scene.me);
    await scene.close();
    await scene.open(closed);
  });

  test("an invitation withdrawn while it is being taken up does no harm", async () => {
    const joining = scene.proxy.add({
      match: /\/join\//,
      fault: { kind: "answer", status: 503, body: {} },
    });
    const room = await anna.call("createRoom", { encrypted: false, invite: [scene.me] });
    await joining.struck();
    await anna.call("kick", { room, userId: scene.me });
    joining.remove();
    const other = await scene.room({ by: "anna", name: "Nach dem Rückzug", encrypted: false });
    await answered(anna, other);
    const notes = (): readonly string[] => scene.bot().notes;
    await expect.poll(notes).toContainEqual(expect.stringContaining("invitation-void"));
    await scene.unbind(other);
  });

  test("an invitation of which its own homeserver does not know yet is taken up a moment later", async () => {
    const body = { errcode: "M_FORBIDDEN", error: "You are not invited to this room." };
    const refusals = (): number => scene.bot().notes.filter((note) => note === "invitation-waits M_FORBIDDEN").length;
    const before = refusals();
    const refused = scene.proxy.add({ match: /\/join\//, fault: { kind: "answer", status: 403, body }, times: 2 });
    const room = await anna.call("createRoom", { encrypted: false, invite: [scene.me] });
    await anna.waitFor(own("join", room));
    expect(refusals() - before).toBe(2);
    refused.remove();
  });

  test("in a room of no committee it says once what to enter in the file, and again to whoever calls it", async () => {
    const room = await anna.call("createRoom", { encrypted: false, name: "Neu", invite: [scene.me, bert.userId] });
    const hint = scene.says(`adresse: "matrix:${room}"`.replace("matrix:", ""), room);
    await anna.waitFor(hint);
    await bert.acceptInvitation(room);
    expect(count(anna, hint)).toBe(1);
    await scene.close();
    await scene.open(closed);
    await ask(bert, room, "nur unter uns");
    await ask(bert, room, "!ag hilfe");
    await anna.waitFor((event) => hint(event) && count(anna, hint) === 2);
  });

  test("announcements go to every room of the committee, an answer only to where it was asked", async () => {
    const one = await scene.room({ by: "anna", name: "Eins", encrypted: false });
    const two = await scene.room({ by: "anna", name: "Zwei", encrypted: false });
    await answered(anna, one);
    await ask(anna, one, "!ag sitzung eröffnen");
    await anna.waitFor(scene.says("Die 1. Sitzung ist eröffnet", one));
    await anna.waitFor(scene.says("Die 1. Sitzung ist eröffnet", two));
    expect(count(anna, scene.says("Keine Sitzung", two))).toBe(0);
    expect(
      count(anna, (event) => event.room === two && event.sender === scene.me && event.type === "m.room.message"),
    ).toBe(1);
    for (const room of [one, two]) await scene.unbind(room);
  });

  test("a direct chat is made where there is none, found again after a restart, and made anew after the person left", async () => {
    const to = scene.toPerson("bert");
    await scene.tell("direct 1", to, "Erste Nachricht");
    const room = await bert.acceptInvitation();
    expect(await bert.waitFor(scene.says("Erste Nachricht", room))).toMatchObject({ encrypted: true });
    await scene.close();
    await scene.open(closed);
    await scene.tell("direct 2", to, "Zweite Nachricht");
    await bert.waitFor(scene.says("Zweite Nachricht", room));
    await bert.call("leave", { room });
    // Once it answers to what came after that, it knows.
    await answered(anna, standing);
    await scene.tell("direct 3", to, "Dritte Nachricht");
    const next = await bert.acceptInvitation();
    expect(next).not.toBe(room);
    await bert.waitFor(scene.says("Dritte Nachricht", next));
    const bot = restClient(scene.synapse.url, scene.login);
    const listed = await bot.call("GET", `/user/${encodeURIComponent(scene.me)}/account_data/m.direct`);
    expect(listed[bert.userId]).toEqual([room, next]);
  });

  test("a direct chat into which a third person came is none: what is said there does not count, and whoever said it hears so", async () => {
    const meeting = await scene.room({ by: "anna", with: ["bert"], name: "Geheim", encrypted: true });
    await ask(anna, meeting, "!ag anwesend Frau Anna, Frau Bert, Frau Carla");
    await ask(anna, meeting, "!ag antrag: Die AG trifft sich im Mai.");
    await ask(anna, meeting, "!ag abstimmung 1 geheim");
    const ballot = await bert.waitFor(
      (event) => event.type === "org.matrix.msc3381.poll.start" && event.room !== meeting,
    );
    const direct = ballot.room;
    await bert.call("invite", { room: direct, userId: stranger.userId });
    await ask(bert, direct, "ja");
    // The invitation to the old chat may be told twice.
    let next = await bert.acceptInvitation();
    if (next === direct) next = await bert.acceptInvitation();
    expect(next).not.toBe(direct);
    await bert.waitFor(scene.says("lesen auch andere mit", next));
    await ask(bert, direct, "!ag ja");
    await bert.waitFor(scene.says("gehört noch zu keinem Gremium", direct));
    expect(count(bert, scene.says("liegt verschlossen in der Urne"))).toBe(0);
    await ask(bert, next, "ja");
    await bert.waitFor(scene.says("liegt verschlossen in der Urne", next));
    await ask(anna, meeting, "!ag abstimmung abbrechen: Probe");
    await anna.waitFor(scene.says("abgebrochen", meeting));
    await scene.unbind(meeting);
  });

  test("a room that belongs to the committee is nobody's direct chat, even if only one other person is there yet", async () => {
    const room = await anna.call("createRoom", { encrypted: false, invite: [scene.me] });
    await anna.waitFor(own("join", room));
    await ask(anna, room, "hilfe");
    await anna.waitFor(scene.says("hilfe", room));
    await scene
      .bot()
      .house.runner.apply([{ type: "RoomBound", record: { room: roomKey(`matrix:${room}`), name: "Noch leer" } }]);
    await scene.tell("alone", scene.toPerson("anna"), "Nur für Frau Anna");
    const { room: direct } = await anna.waitFor(
      (event) => event.id.startsWith("invitation ") || scene.says("Nur für Frau Anna")(event),
    );
    expect(direct).not.toBe(room);
    await fence(anna, room, "nach der vertraulichen Nachricht");
    expect(count(anna, scene.says("Nur für Frau Anna", room))).toBe(0);
    await scene.unbind(room);
  });

  test("a room with a name is made for several: its address is told, even while nobody else is there", async () => {
    const room = await anna.call("createRoom", { encrypted: false, name: "AG im Aufbau", invite: [scene.me] });
    await anna.waitFor(scene.says(`adresse: "${room}"`, room));
  });

  test.each(["kick", "ban"] as const)(
    "after a %s what waits for the room is dropped, the office hears of it, and a new invitation heals it",
    async (how) => {
      const name = `Raum ${how}`;
      const room = await scene.room({ by: "anna", name, encrypted: false });
      const blocked = scene.proxy.add({
        match: new RegExp(`PUT .*${encodeURIComponent(room)}/send/`),
        fault: { kind: "answer", status: 503, body: {} },
      });
      await scene.tell(`lost ${how}`, scene.toRoom(room), "Kommt nicht mehr an");
      await blocked.struck();
      await anna.call(how, { room, userId: scene.me });
      const told = await office(how === "kick" ? `Raum »${name}« entfernt` : `Raum »${name}« ausgeschlossen`);
      expect(told.content["body"]).toContain(`von ${anna.userId}`);
      expect(told.content["body"]).toContain("Eine Nachricht konnte dort nicht mehr zugestellt werden");
      blocked.remove();
      // The one on its way is refused before we are let in again.
      await expect
        .poll(() =>
          scene.proxy.requests.some(
            ({ path, status }) => status === 403 && path.includes(`${encodeURIComponent(room)}/send/`),
          ),
        )
        .toBe(true);
      await scene.tell(`later ${how}`, scene.toRoom(room), "Auch nicht");
      if (how === "ban")
        await scene
          .rest("anna")
          .call("POST", `/rooms/${encodeURIComponent(room)}/unban`, { body: { user_id: scene.me } });
      await scene.bot().house.settled();
      await inviteAgain(room);
      await answered(anna, room);
      await fence(anna, room, `wieder da nach ${how}`);
      expect(count(anna, scene.says("Kommt nicht mehr an"))).toBe(0);
      await scene.tell(`office fence ${how}`, scene.toPerson("grete"), `Ende ${how}`);
      await grete.waitFor(scene.says(`Ende ${how}`));
      expect(count(grete, scene.says(`»${name}«`))).toBe(1);
      await scene.unbind(room);
    },
  );

  test("where it may not write it sends nothing, and the office hears of it once", async () => {
    const room = await scene.room({ by: "anna", name: "Stumm", encrypted: false });
    await state(room, "m.room.power_levels", { events_default: 50, users: { [anna.userId]: 100 } });
    await ask(anna, room, "!ag status");
    await office("Im Matrix-Raum »Stumm« darf ich nicht schreiben");
    await scene.tell("muted 1", scene.toRoom(room), "Ungehört 1");
    await scene.tell("muted 2", scene.toRoom(room), "Ungehört 2");
    await scene.bot().house.settled();
    await state(room, "m.room.power_levels", { events_default: 0, users: { [anna.userId]: 100 } });
    await answered(anna, room);
    expect(count(anna, scene.says("Ungehört", room))).toBe(0);
    await scene.tell("office fence muted", scene.toPerson("grete"), "Ende stumm");
    await grete.waitFor(scene.says("Ende stumm"));
    expect(count(grete, scene.says("»Stumm«"))).toBe(1);
    await scene.unbind(room);
  });

  test("where polls are for others it makes none, and a typed word votes", async () => {
    const room = await scene.room({ by: "anna", name: "Ohne Umfragen", encrypted: false });
    await state(room, "m.room.power_levels", {
      events: { "org.matrix.msc3381.poll.start": 50 },
      users: { [anna.userId]: 100 },
    });
    await ask(anna, room, "!ag antrag: Die AG trifft sich im Juni.");
    await ask(anna, room, "!ag abstimmung 2");
    await anna.waitFor((event) => scene.says("Juni", room)(event) && scene.says("!ag ja", room)(event));
    await ask(anna, room, "!ag ja");
    await anna.waitFor(scene.says("Abgestimmt: 1 von", room));
    await ask(anna, room, "!ag abstimmung abbrechen: Probe");
    await anna.waitFor(scene.says("abgebrochen", room));
    expect(count(anna, (event) => event.room === room && event.type.includes("poll"))).toBe(0);
    await scene.unbind(room);
  });

  test.each([
    ["while it runs", false],
    ["while it is away", true],
  ])("a room that is replaced %s goes on under the same address in the new one", async (_, isAway) => {
    const name = `Alt ${isAway}`;
    const old = await scene.room({ by: "anna", name, encrypted: false });
    if (isAway) await scene.close();
    const next = await anna.call("upgradeRoom", { room: old, version: "12" });
    expect(next).not.toContain(":");
    await anna.call("invite", { room: next, userId: scene.me });
    if (isAway) await scene.open(closed);
    await anna.waitFor(own("join", next));
    await office(`Raum »${name}« wurde erneuert`);
    await scene.tell(`address ${name}`, scene.toRoom(old), "An die alte Adresse");
    await anna.waitFor(scene.says("An die alte Adresse", next));
    await answered(anna, next);
    expect(count(anna, scene.says("gehört noch zu keinem Gremium", next))).toBe(0);
    expect(
      scene
        .bot()
        .house.runner.state()
        .membership.rooms.get(roomKey(`matrix:${old}`))?.name,
    ).toBe(name);
    await scene.unbind(old);
  });

  test("a move that was cut off half-way is ended by the next start", async () => {
    const old = await scene.room({ by: "anna", name: "Halb umgezogen", encrypted: false });
    const next = await anna.call("upgradeRoom", { room: old, version: "12" });
    const unknown = scene.proxy.add({
      match: new RegExp(`GET .*/rooms/${encodeURIComponent(next)}/state`),
      fault: { kind: "answer", status: 503, body: {} },
    });
    await anna.call("invite", { room: next, userId: scene.me });
    await anna.waitFor(own("join", next));
    await unknown.struck();
    await scene.close();
    unknown.remove();
    await scene.open(closed);
    await office("Raum »Halb umgezogen« wurde erneuert");
    await answered(anna, next);
    await scene.unbind(old);
  });

  test("an invitation into the new room may come before the old one says so", async () => {
    const old = await scene.room({ by: "anna", name: "Später verlassen", encrypted: false });
    const host = scene.rest("anna");
    const creation_content = { predecessor: { room_id: old } };
    const next = await host.createRoom({ roomVersion: "12", invite: [scene.me], more: { creation_content } });
    await anna.waitFor(own("join", next));
    await state(old, "m.room.tombstone", { body: "Umgezogen", replacement_room: next });
    await office("Raum »Später verlassen« wurde erneuert");
    await answered(anna, next);
    await scene.unbind(old);
  });

  test("what waits for a replaced room arrives in the new one after the invitation for which it asks the office", async () => {
    const old = await scene.room({ by: "anna", name: "Ohne Einladung", encrypted: false });
    const host = scene.rest("anna");
    const creation_content = { predecessor: { room_id: old } };
    const next = await host.createRoom({ roomVersion: "12", more: { creation_content } });
    await state(old, "m.room.tombstone", { body: "Umgezogen", replacement_room: next });
    await expect.poll(() => scene.bot().notes).toContain("upgraded-room-waits M_FORBIDDEN");
    await scene.tell("waiting", scene.toRoom(old), "Wartet auf die Einladung");
    await office("Raum »Ohne Einladung« wurde durch einen neuen ersetzt, in den ich noch nicht eingeladen bin");
    await anna.call("invite", { room: next, userId: scene.me });
    await anna.waitFor(scene.says("Wartet auf die Einladung", next));
    expect(count(anna, scene.says("Wartet auf die Einladung", old))).toBe(0);
    await scene.unbind(old);
  });

  test("an administrator who is no member may invite into the room that the old one names", async () => {
    const old = await scene.room({ by: "anna", name: "Verwaltet", encrypted: false });
    await anna.call("invite", { room: old, userId: stranger.userId });
    await stranger.join(old);
    await state(old, "m.room.power_levels", { users: { [anna.userId]: 100, [stranger.userId]: 100 } });
    const creation_content = { predecessor: { room_id: old } };
    const next = await stranger.createRoom({ roomVersion: "12", more: { creation_content } });
    const knocks = (): number => scene.bot().notes.filter((note) => note.startsWith("upgraded-room-waits")).length;
    const before = knocks();
    await stranger.sendState(old, "m.room.tombstone", { body: "Umgezogen", replacement_room: next });
    await expect.poll(knocks).toBe(before + 1);
    await stranger.invite(next, scene.me);
    await office("Raum »Verwaltet« wurde erneuert");
    await strangers.waitFor(own("join", next));
    await scene.unbind(old);
  });

  test("a room that only claims to be the successor is none", async () => {
    const old = await scene.room({ by: "anna", with: ["bert"], name: "Echt", encrypted: false });
    const creation_content = { predecessor: { room_id: old } };
    const invite = [scene.me, anna.userId];
    const forged = await scene.rest("bert").createRoom({ roomVersion: "12", invite, more: { creation_content } });
    await anna.acceptInvitation(forged);
    await ask(bert, forged, "!ag status");
    await bert.waitFor(scene.says("gehört noch zu keinem Gremium", forged));
    await fence(anna, old, "im echten Raum");
    expect(count(anna, scene.says("im echten Raum", forged))).toBe(0);
    await scene.unbind(old);
  });

  test("a room may be named by its alias", async () => {
    const room = await anna.call("createRoom", {
      encrypted: false,
      name: "Mit Alias",
      invite: [scene.me, bert.userId],
    });
    const alias = `#ag:${scene.synapse.serverName}`;
    await scene.rest("anna").call("PUT", `/directory/room/${encodeURIComponent(alias)}`, { body: { room_id: room } });
    await anna.waitFor(own("join", room));
    await scene
      .bot()
      .house.runner.apply([{ type: "RoomBound", record: { room: roomKey(`matrix:${alias}`), name: "Mit Alias" } }]);
    await answered(anna, room);
    await scene.tell("alias", scene.toRoom(alias), "An den Alias");
    await anna.waitFor(scene.says("An den Alias", room));
  });
});
