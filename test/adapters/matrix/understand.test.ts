import { describe, expect, it } from "vitest";
import type { Offer } from "../../../src/adapters/matrix/matrix-store.ts";
import type { Read } from "../../../src/adapters/matrix/reading/read.ts";
import { type Origin, understand } from "../../../src/adapters/matrix/understand.ts";
import { instant, roomKey } from "../../support/keys.ts";

const room = "!raum:example.org";
const inRoom: Origin = {
  event: { event_id: "$e", sender: "@anna:example.org" },
  at: instant("2026-11-28T10:00:00.000Z"),
  room,
  bound: roomKey(`matrix:${room}`),
  isDirect: false,
};
const direct: Origin = { ...inRoom, room: "!direkt:example.org", bound: undefined, isDirect: true };

const ballot: Offer = {
  room,
  about: "ballot-3",
  isPoll: true,
  choices: [
    { label: "Ja", command: "ja" },
    { label: "Nein", command: "nein" },
  ],
};
const offers: Readonly<Record<string, Offer>> = { $poll: ballot, $message: { ...ballot, isPoll: false } };
const known = (isAsking = false) => ({ offer: (event: string) => offers[event], isAsking: () => isAsking });
const text = (said: string, more: Partial<Extract<Read, { kind: "text" }>> = {}): Read => ({
  kind: "text",
  text: said,
  address: "none",
  ...more,
});

/** The line that is meant for the committee, with what belongs to it; undefined if none does. */
function lineOf(read: Read, origin: Origin, isAsking = false) {
  const understood = understand(read, origin, known(isAsking));
  if (understood.kind !== "incoming" || !understood.incoming.addressed) return undefined;
  const { text: line, about, isClick, room: where } = understood.incoming;
  return { line, about, isClick, where };
}

describe("what an event means", () => {
  it("in a room only what is addressed counts, in a direct chat everything", () => {
    expect(lineOf(text("ja"), inRoom)).toBeUndefined();
    expect(lineOf(text("ja", { address: "prefix" }), inRoom)).toMatchObject({ line: "ja", where: inRoom.bound });
    expect(lineOf(text("ja"), direct)).toMatchObject({ line: "ja", where: undefined });
  });

  it("what is not addressed is handed on as overheard, for rooms that repeat it to each other", () => {
    const overheard = understand(text("Guten Morgen"), inRoom, known());
    expect(overheard).toMatchObject({ incoming: { text: "Guten Morgen", room: inRoom.bound, addressed: false } });
    expect(understand(text("hilfe", { address: "mention" }), inRoom, known())).toMatchObject({
      incoming: { addressed: true },
    });
  });

  it("a poll's answer, a reaction and a reply are the same line, and count for their ballot alone", () => {
    const click = { line: "nein", about: "ballot-3", isClick: true };
    expect(lineOf({ kind: "poll", poll: "$poll", answers: ["a2"] }, inRoom)).toMatchObject(click);
    expect(lineOf({ kind: "reaction", of: "$message", key: "👎" }, inRoom)).toMatchObject(click);
    const answered = lineOf(text("Nein!", { replyTo: "$message" }), inRoom);
    expect(answered).toEqual({ line: "nein", about: "ballot-3", isClick: undefined, where: inRoom.bound });
  });

  it("an answer to what we did not send, or sent elsewhere, is nothing", () => {
    expect(lineOf({ kind: "poll", poll: "$forged", answers: ["a1"] }, inRoom)).toBeUndefined();
    expect(lineOf({ kind: "poll", poll: "$message", answers: ["a1"] }, inRoom)).toBeUndefined();
    expect(lineOf({ kind: "poll", poll: "$poll", answers: ["a9"] }, inRoom)).toBeUndefined();
    expect(lineOf({ kind: "poll", poll: "$poll", answers: [] }, inRoom)).toBeUndefined();
    expect(
      lineOf({ kind: "poll", poll: "$poll", answers: ["a1"] }, { ...inRoom, room: "!other:example.org" }),
    ).toBeUndefined();
    expect(lineOf({ kind: "reaction", of: "$message", key: "🎉" }, inRoom)).toBeUndefined();
  });

  it("a reply to one of our messages answers a question that waits for this person", () => {
    expect(lineOf(text("12. Mai", { replyTo: "$question" }), inRoom)).toBeUndefined();
    expect(lineOf(text("12. Mai", { replyTo: "$question" }), inRoom, true)).toMatchObject({ line: "12. Mai" });
  });

  it("a room of no committee is told so, when we are addressed there", () => {
    const unbound: Origin = { ...inRoom, bound: undefined };
    expect(understand(text("hilfe", { address: "mention" }), unbound, known())).toEqual({ kind: "unbound" });
    expect(understand(text("hilfe"), unbound, known())).toEqual({ kind: "nothing" });
  });
});
