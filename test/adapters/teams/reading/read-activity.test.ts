import { describe, expect, it } from "vitest";
import { readActivity } from "../../../../src/adapters/teams/reading/read-activity.ts";
import { BOT, changed, recorded, recordedNames } from "./recorded.ts";

const TENANT = "5b1f0c3a-7e2d-4a6b-8c9d-1e2f3a4b5c6d";
const OTHER_TENANT = "00000000-1111-4222-8333-444455556666";
const read = (body: unknown) => readActivity(body, BOT);
const group = recorded("message-group")["conversation"] as object;

describe("what Teams sends", () => {
  it.each([
    ["bot-added-to-team", "installed"],
    ["channel-created", "ignored"],
    ["click", "click"],
    ["click-old-client", "click"],
    ["file-accepted", "fileAnswer"],
    ["file-declined", "fileAnswer"],
    ["installed", "installed"],
    ["members-removed", "membersChanged"],
    ["message-channel", "message"],
    ["message-deleted", "ignored"],
    ["message-edited", "message"],
    ["message-file", "message"],
    ["message-group", "message"],
    ["message-personal", "message"],
    ["message-quoting", "message"],
    ["reaction", "ignored"],
    ["refresh", "refresh"],
    ["removed", "removed"],
    ["typing", "ignored"],
    ["upgraded", "ignored"],
  ])("%s is read as %s", (name, kind) => {
    expect(read(recorded(name)).kind).toBe(kind);
  });

  it("stands in the table above, all of it", () => {
    expect(recordedNames).toHaveLength(20);
  });

  it("names where it comes from, and from whom by ids alone", () => {
    expect(read(recorded("message-group"))).toEqual({
      kind: "message",
      text: "notiz: Träger A & B <dringend>",
      isAddressed: true,
      hasFiles: false,
      isEdit: false,
      activity: "1785312000123",
      timestamp: "2026-07-29T08:00:00.1230000Z",
      serviceUrl: `https://smba.trafficmanager.net/de/${TENANT}/`,
      tenant: TENANT,
      conversation: {
        id: "19:2f4b6d8e0a1c3e5f7091b2d3f4a5c6e7@thread.v2",
        kind: "groupChat",
        thread: undefined,
        team: undefined,
      },
      sender: { id: "29:1bX3kq_Jansen0Aq7w5mE2rT9yU4iO6pL8", objectId: "0e1d2c3b-4a59-4867-9786-a5b4c3d2e1f0" },
      bot: { id: BOT, name: "Sitzungsdienst" },
      replyTo: undefined,
    });
  });
});

describe("the origin", () => {
  it("of a message in a thread names channel, thread and team apart", () => {
    expect(read(recorded("message-channel"))).toMatchObject({
      conversation: {
        id: "19:9c8b7a6d5e4f3a2b1c0d9e8f7a6b5c4d@thread.tacv2",
        kind: "channel",
        thread: "1785311990000",
        team: "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2",
      },
    });
  });

  it.each([
    [{ id: "19:x", isGroup: true }, "groupChat"],
    [{ id: "19:x", isGroup: false }, "personal"],
    [{ id: "a:x" }, "personal"],
    [{ id: "a:x", conversationType: null }, "personal"],
  ])("without a kind of conversation: %j is %s", (conversation, kind) => {
    expect(read(changed("message-personal", { conversation }))).toMatchObject({ conversation: { kind } });
  });

  it.each([
    [{ ...group, tenantId: OTHER_TENANT }, OTHER_TENANT],
    [{ ...group, tenantId: undefined }, TENANT],
    [{ ...group, tenantId: 7 }, TENANT],
  ])("has the tenant of the conversation before that of the channel: %j", (conversation, tenant) => {
    expect(read(changed("message-group", { conversation }))).toMatchObject({ tenant });
  });

  it.each([undefined, "", "kein GUID", "0e1d2c3b-4a59-4867-9786-a5b4c3d2e1f0x", 5, null])(
    "has no object id if it is %j",
    (aadObjectId) => {
      expect(read(changed("message-group", { from: { id: "29:x", aadObjectId } }))).toMatchObject({
        kind: "message",
        sender: { id: "29:x", objectId: undefined },
      });
    },
  );

  it.each([undefined, null, "29:x", {}, { id: "" }])("has no sender if that is %j", (from) => {
    expect(read(changed("message-group", { from }))).toMatchObject({ kind: "message", sender: undefined });
  });

  it("takes the moment that the packages have made an object of, and none that is no moment", () => {
    const timestamp = new Date("2026-07-29T08:00:00.123Z");
    expect(read(changed("message-group", { timestamp }))).toMatchObject({ timestamp: "2026-07-29T08:00:00.123Z" });
    for (const strange of [new Date(Number.NaN), "gestern", 5, null, "2026-07-29T10:00:00+02:00"])
      expect(read(changed("message-group", { timestamp: strange }))).toMatchObject({ timestamp: undefined });
  });

  it("is that of the bot we are where no recipient is named", () => {
    expect(read(changed("message-group", { recipient: undefined }))).toMatchObject({ bot: { id: BOT } });
    expect(readActivity(changed("message-group", { recipient: undefined }), "")).toEqual({ kind: "ignored" });
  });

  it.each([
    { serviceUrl: "ftp://smba.example/" },
    { serviceUrl: "javascript:alert(1)" },
    { serviceUrl: "smba" },
    { serviceUrl: undefined },
    { id: undefined },
    { id: "" },
    { id: 5 },
    { conversation: undefined },
    { conversation: { id: "" } },
    { conversation: { id: ";messageid=1" } },
    { conversation: { id: "19:x", conversationType: "meeting" } },
    { type: undefined },
    { type: "Message" },
    { type: ["message"] },
    { text: 5 },
    { text: ["ja"] },
  ])("makes the whole ignored: %j", (fields) => {
    expect(read(changed("message-group", fields))).toEqual({ kind: "ignored" });
  });
});

describe("membership", () => {
  const members = (fields: object) => read({ ...recorded("members-removed"), membersRemoved: undefined, ...fields });

  it.each([
    [{ membersAdded: [{ id: "29:a" }] }, "membersChanged"],
    [{ membersAdded: [{ id: "29:a" }, { id: BOT }] }, "installed"],
    [{ membersAdded: [{ id: BOT.toUpperCase() }] }, "installed"],
    [{ membersRemoved: [{ id: BOT }] }, "removed"],
    [{ membersAdded: [{ id: "28:00000000-0000-4000-8000-000000000000" }] }, "membersChanged"],
    [{ membersAdded: [] }, "ignored"],
    [{ membersAdded: "29:a" }, "ignored"],
    [{ membersAdded: [null, 5, {}] }, "ignored"],
    [{ topicName: "AG 78" }, "ignored"],
  ])("%j is %s", (fields, kind) => {
    expect(members(fields).kind).toBe(kind);
  });

  it.each([
    ["add", "installed"],
    ["remove", "removed"],
    ["add-upgrade", "ignored"],
    ["remove-upgrade", "ignored"],
    [undefined, "ignored"],
  ])("installation %j is %s", (action, kind) => {
    expect(read(changed("installed", { action })).kind).toBe(kind);
  });
});
