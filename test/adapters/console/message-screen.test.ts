import { describe, expect, it } from "vitest";
import { createChoiceMemory } from "../../../src/adapters/console/choice-memory.ts";
import { createMessageScreen } from "../../../src/adapters/console/message-screen.ts";
import type { Place } from "../../../src/adapters/console/place.ts";
import type { AccountId, RoomId } from "../../../src/core/kernel/ids.ts";
import { type Reply, reply } from "../../../src/flows/reply.ts";
import { alsoThere, directToYou, elsewhere } from "../../../src/texts/local-room.ts";

const traeger = "console:traeger" as RoomId;
const jugendamt = "console:jugendamt" as RoomId;
const jansen = "console:jansen" as AccountId;
const everyone = (line: string): Reply => reply({ kind: "everyone" }, [line]);

function screenIn(start: Place) {
  const lines: string[] = [];
  let place = start;
  const screen = createMessageScreen({
    choices: createChoiceMemory(),
    place: () => place,
    print: (line) => lines.push(line),
    pathOf: (reference) => reference,
    texts: { where: (address) => `<${address}>`, elsewhere, alsoThere, directToYou },
  });
  return {
    ...screen,
    go: (next: Place) => {
      place = next;
    },
    /** What was printed since the last time. */
    printed: () => lines.splice(0),
  };
}

describe("what one sees on one screen", () => {
  it("is all that is said in this room and directly to this person", () => {
    const screen = screenIn({ account: jansen, room: traeger });
    screen.say(traeger, everyone("Eröffnet."));
    screen.say(`direct:${jansen}`, everyone("Sie stimmen mit."));
    expect(screen.printed()).toEqual(["» Eröffnet.", "(direkt an Sie:)", "» Sie stimmen mit."]);
  });

  it("needs no mark for what is direct in the direct chat", () => {
    const screen = screenIn({ account: jansen });
    screen.say(`direct:${jansen}`, everyone("Sie stimmen mit."));
    expect(screen.printed()).toEqual(["» Sie stimmen mit."]);
  });

  it("notes in one line what is said elsewhere, and shows the whole of it when one goes there", () => {
    const screen = screenIn({ account: jansen, room: traeger });
    const long = everyone(`Lang ${"und länger ".repeat(20)}`);
    screen.say(jugendamt, long);
    expect(screen.printed()).toEqual([]);
    screen.noteElsewhere();
    const [note, ...others] = screen.printed();
    expect(others).toEqual([]);
    expect(note).toMatch(/^\(<console:jugendamt>: Lang und länger .* …\)$/);
    screen.go({ account: jansen, room: jugendamt });
    screen.catchUp();
    expect(screen.printed().join("")).toContain("und länger ".repeat(20).trim());
    screen.catchUp();
    expect(screen.printed()).toEqual([]);
  });

  it("says in two words that the same was said elsewhere too", () => {
    const screen = screenIn({ account: jansen, room: traeger });
    for (const room of [jugendamt, traeger]) screen.say(room, everyone("Angenommen."));
    screen.noteElsewhere();
    expect(screen.printed()).toEqual(["» Angenommen.", "(ebenso <console:jugendamt>)"]);
  });

  it("puts two places with the same message into one line", () => {
    const screen = screenIn({ account: jansen });
    for (const room of [jugendamt, traeger]) screen.say(room, everyone("Angenommen."));
    screen.noteElsewhere();
    expect(screen.printed()).toEqual(["(<console:jugendamt> und <console:traeger>: Angenommen.)"]);
  });

  it("shows where places are many only the first two", () => {
    const screen = screenIn({ account: jansen });
    const people = Array.from({ length: 7 }, (_, n) => `direct:console:person-${n}`);
    for (const address of people) screen.say(address, everyone("Ihr Stimmzettel"));
    screen.noteElsewhere();
    expect(screen.printed()).toEqual([
      "(<direct:console:person-0>, <direct:console:person-1> und 5 weitere: Ihr Stimmzettel)",
    ]);
  });

  it("does not repeat an announcement with the live message beside it", () => {
    const screen = screenIn({ account: jansen, room: traeger });
    screen.live(traeger, "ballot-1", everyone("0 von 7"));
    screen.live(jugendamt, "ballot-1", everyone("0 von 7"));
    screen.noteElsewhere();
    expect(screen.printed()).toEqual([]);
  });

  it("shows how a live message stands when somebody comes, once", () => {
    const screen = screenIn({ account: jansen });
    screen.live(traeger, "ballot-1", everyone("0 von 7"));
    screen.live(traeger, "ballot-1", everyone("3 von 7"));
    screen.go({ account: jansen, room: traeger });
    screen.catchUp();
    expect(screen.printed()).toEqual(["» 3 von 7"]);
    screen.catchUp();
    expect(screen.printed()).toEqual([]);
    screen.live(traeger, "ballot-1", everyone("4 von 7"));
    screen.catchUp();
    expect(screen.printed()).toEqual(["» 4 von 7"]);
  });

  it("shows nothing any more of what is over", () => {
    const screen = screenIn({ account: jansen, room: jugendamt });
    const paper = reply({ kind: "everyone" }, ["Ihr Stimmzettel"], { about: "ballot-1", attention: true });
    screen.say("direct:console:lindner", paper);
    screen.say("direct:console:lindner", everyone("Sie sind gewählt."));
    screen.live(traeger, "ballot-1", everyone("3 von 7"));
    screen.live(traeger, "ballot-1", reply({ kind: "everyone" }, ["geschlossen"], { live: "ballot-1", over: true }));
    screen.go({ account: "console:lindner" as AccountId, room: traeger });
    screen.catchUp();
    expect(screen.printed()).toEqual(["(direkt an Sie:)", "» Sie sind gewählt."]);
  });
});
