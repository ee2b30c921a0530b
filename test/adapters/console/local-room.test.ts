import { describe, expect, it } from "vitest";
import { localOf } from "../../../src/adapters/clock/zone-time.ts";
import { createLocalRoom } from "../../../src/adapters/console/local-room.ts";
import { consoleAccount } from "../../../src/adapters/console/place.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import type { RoomId } from "../../../src/core/kernel/ids.ts";
import type { Handled } from "../../../src/flows/committee-runner.ts";
import type { Incoming } from "../../../src/flows/incoming.ts";
import { StorageFault } from "../../../src/flows/ports.ts";
import { type Reply, reply } from "../../../src/flows/reply.ts";
import { stateAfter } from "../../support/fold.ts";
import { smallCommittee, voter } from "../../support/small-committee.ts";

const traeger = "console:traeger" as RoomId;
const account = consoleAccount(voter(1));
const state = stateAfter([
  ...smallCommittee(),
  { type: "RoomBound", record: { room: traeger, name: "Träger" } },
  ...[1, 2].map(
    (n): CommitteeEvent => ({ type: "AccountLinked", person: voter(n), account: consoleAccount(voter(n)) }),
  ),
]);
const nothing: Handled = { kind: "handled", immediate: [], stored: [] };

function roomThatAnswers(answer: (incoming: Incoming) => Handled | Promise<Handled>) {
  const lines: string[] = [];
  const heard: Incoming[] = [];
  const room = createLocalRoom(
    {
      state: () => state,
      async handle(incoming) {
        heard.push(incoming);
        return answer(incoming);
      },
      settled: async () => undefined,
      runDueJobs: async () => undefined,
      clock: {
        now: () => "2023-01-27T08:00:00.000Z",
        setTo: () => true,
        advance: () => undefined,
        reset: () => undefined,
      },
      localOf,
      newKey: () => `key-${heard.length}`,
      faultText: (error) => (error instanceof StorageFault ? `Störung ${error.code}` : "Unerwartet"),
      pathOf: (reference) => reference,
      readPhoto: async (path) => (path === "meine karte.jpg" ? new Uint8Array([1, 2]) : undefined),
      print: (line) => lines.push(line),
      moved: () => undefined,
    },
    { account, room: traeger },
  );
  const deliver = (one: Reply, address: string) => room.deliver({ id: "1", room: address, body: JSON.stringify(one) });
  return { room, lines, heard, deliver };
}

describe("the local room", () => {
  it("hands over who says what where, each line with its own key", async () => {
    const { room, heard } = roomThatAnswers(() => nothing);
    await room.line("anwesend");
    await room.line("/direkt");
    await room.line("ja");
    expect(heard).toMatchObject([
      { account, room: traeger, text: "anwesend", key: "key-0", addressed: true },
      { account, text: "ja", key: "key-1" },
    ]);
    expect(heard[1]).not.toHaveProperty("room");
  });

  it("hands over a text with the picture beside it, which is read only when it is wanted", async () => {
    const { room, heard, lines } = roomThatAnswers(() => nothing);
    await room.line('/foto "meine karte.jpg" idee: Mehr Plätze');
    await room.line("/foto weg.png idee: Räume");
    await room.line("/foto karte.jpg");
    expect(heard.map(({ text }) => text)).toEqual(["idee: Mehr Plätze", "idee: Räume"]);
    expect(await heard[0]?.photo?.()).toEqual(new Uint8Array([1, 2]));
    expect(await heard[1]?.photo?.()).toBeUndefined();
    expect(lines.join()).toContain("/foto karte.jpg idee:");
  });

  it("says at once what is never stored", async () => {
    const secret = reply({ kind: "account", account }, ["Code: ABCDE"]);
    const { room, lines } = roomThatAnswers(() => ({ kind: "handled", immediate: [secret], stored: [] }));
    await room.line("code");
    expect(lines).toEqual(["(direkt an Sie:)", "» Code: ABCDE"]);
  });

  it("tells of a full disk in a sentence and goes on", async () => {
    const full = new StorageFault("disk-full", "no space left");
    const answers: Handled[] = [{ kind: "fault", fault: full }, nothing];
    const { room, lines } = roomThatAnswers(() => answers.shift() ?? nothing);
    expect(await room.line("ja")).toBe("more");
    expect(await room.line("ja")).toBe("more");
    expect(lines).toEqual(["Störung disk-full"]);
  });

  it("stays open when something happens that should not", async () => {
    const { room, lines } = roomThatAnswers(() => Promise.reject(new Error("planted")));
    expect(await room.line("ja")).toBe("more");
    expect(lines).toEqual(["Unerwartet"]);
  });

  it("answers a choice of the direct chat there, even when it was taken in the room", async () => {
    const { room, heard, deliver } = roomThatAnswers(() => nothing);
    const choices = [{ label: "Ja", command: "ja" }];
    await deliver(reply({ kind: "person", person: voter(1) }, ["Ihr Stimmzettel"], { choices }), `direct:${account}`);
    await room.line("1");
    expect(heard).toMatchObject([{ text: "ja", account }]);
    expect(heard[0]).not.toHaveProperty("room");
  });

  it("hands a number on as a number where nothing is offered", async () => {
    const { room, heard } = roomThatAnswers(() => nothing);
    await room.line("3");
    expect(heard).toMatchObject([{ text: "3", room: traeger }]);
  });

  it("does not hear what is meant for the room, nor an empty line", async () => {
    const { room, heard } = roomThatAnswers(() => nothing);
    for (const line of ["", "   ", "/wer", "/unfug", "/hilfe"]) await room.line(line);
    expect(heard).toEqual([]);
    expect(await room.line("/ende")).toBe("end");
  });
});
