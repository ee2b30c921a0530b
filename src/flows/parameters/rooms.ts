import { foldGerman } from "../../core/kernel/fold-german.ts";
import type { RoomId } from "../../core/kernel/ids.ts";
import { unknownRoom } from "../../texts/announcements-workshop.ts";
import { excerpt } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, taken, withHead } from "./acceptor.ts";
import { wholeQuotation } from "./quotes.ts";

const IN_ROOM = /^(?:im|für(?:\s+den)?|fuer(?:\s+den)?)\s+raum\s+(.+)$/iu;

/** Raum des Gremiums, by its name: "im Raum Träger", the only thing there. */
export const inRoom: Acceptor<RoomId> = {
  sign: "im Raum NAME",
  take(rest, { state }) {
    if (rest.head === "") return absent;
    const typed = IN_ROOM.exec(rest.head)?.[1];
    if (typed === undefined) return absent;
    const rooms = [...state.membership.rooms.values()];
    const name = wholeQuotation(typed.trim()) ?? typed;
    const wanted = foldGerman(name.trim());
    const found = rooms.find((one) => foldGerman(one.name) === wanted);
    if (found !== undefined) return taken(found.room, withHead(rest, ""));
    return problem(
      unknownRoom(excerpt(name)),
      typed,
      rooms.map((one) => ({ label: one.name, instead: one.name })),
    );
  },
};
