import { describe, expect, it } from "vitest";
import { createChoiceMemory } from "../../../src/adapters/console/choice-memory.ts";
import { createMessageBoard } from "../../../src/adapters/console/message-board.ts";
import type { Place } from "../../../src/adapters/console/place.ts";
import type { AccountId, RoomId } from "../../../src/core/kernel/ids.ts";
import { type Reply, reply } from "../../../src/flows/reply.ts";
import { alsoThere, directToYou, elsewhere } from "../../../src/texts/local-room.ts";

const traeger = "console:traeger" as RoomId;
const jugendamt = "console:jugendamt" as RoomId;
const jansen = "console:jansen" as AccountId;
const everyone = (line: string): Reply => reply({ kind: "everyone" }, [line]);

function boardIn(start: Place) {
  const lines: string[] = [];
  let place = start;
  const board = createMessageBoard({
    choices: createChoiceMemory(),
    place: () => place,
    print: (line) => lines.push(line),
    pathOf: (reference) => reference,
    texts: { where: (address) => `<${address}>`, elsewhere, alsoThere, directToYou },
  });
  return {
    ...board,
    go: (next: Place) => {
      place = next;
    },
    /** What was printed since the last time. */
    printed: () => lines.splice(0),
  };
}

describe("what one sees on one screen", () => {
  it("is all that is said in this room and directly to this person", () => {
    const board = boardIn({ account: jansen, room: traeger });
    board.say(traeger, everyone("Eröffnet."));
    board.say(`direct:${jansen}`, everyone("Sie stimmen mit."));
    expect(board.printed()).toEqual(["» Eröffnet.", "(direkt an Sie:)", "» Sie stimmen mit."]);
  });

  it("needs no mark for what is direct in the direct chat", () => {
    const board = boardIn({ account: jansen });
    board.say(`direct:${jansen}`, everyone("Sie stimmen mit."));
    expect(board.printed()).toEqual(["» Sie stimmen mit."]);
  });

  it("notes in one line what is said elsewhere, and shows the whole of it when one goes there", () => {
    const board = boardIn({ account: jansen, room: traeger });
    const long = everyone(`Lang ${"und länger ".repeat(20)}`);
    board.say(jugendamt, long);
    expect(board.printed()).toEqual([]);
    board.noteElsewhere();
    const [note, ...others] = board.printed();
    expect(others).toEqual([]);
    expect(note).toMatch(/^\(<console:jugendamt>: Lang und länger .* …\)$/);
    board.go({ account: jansen, room: jugendamt });
    board.catchUp();
    expect(board.printed().join("")).toContain("und länger ".repeat(20).trim());
    board.catchUp();
    expect(board.printed()).toEqual([]);
  });

  it("says in two words that the same was said elsewhere too", () => {
    const board = boardIn({ account: jansen, room: traeger });
    for (const room of [jugendamt, traeger]) board.say(room, everyone("Angenommen."));
    board.noteElsewhere();
    expect(board.printed()).toEqual(["» Angenommen.", "(ebenso <console:jugendamt>)"]);
  });

  it("puts two places with the same message into one line", () => {
    const board = boardIn({ account: jansen });
    for (const room of [jugendamt, traeger]) board.say(room, everyone("Angenommen."));
    board.noteElsewhere();
    expect(board.printed()).toEqual(["(<console:jugendamt> und <console:traeger>: Angenommen.)"]);
  });

  it("shows a live message when it first appears, and after that only on request", () => {
    const board = boardIn({ account: jansen, room: traeger });
    board.live(traeger, "ballot-1", everyone("0 von 7"));
    expect(board.printed()).toEqual(["» 0 von 7"]);
    board.live(traeger, "ballot-1", everyone("1 von 7"));
    board.live(traeger, "ballot-1", everyone("2 von 7"));
    board.noteElsewhere();
    expect(board.printed()).toEqual([]);
    board.refresh();
    expect(board.printed()).toEqual(["» 2 von 7"]);
    board.refresh();
    expect(board.printed()).toEqual([]);
  });

  it("shows the latest state of a live message when one comes into its room", () => {
    const board = boardIn({ account: jansen });
    board.live(traeger, "ballot-1", everyone("0 von 7"));
    board.live(traeger, "ballot-1", everyone("3 von 7"));
    board.noteElsewhere();
    expect(board.printed()).toEqual(["(<console:traeger>: 0 von 7)"]);
    board.go({ account: jansen, room: traeger });
    board.catchUp();
    expect(board.printed()).toEqual(["» 3 von 7"]);
  });
});
