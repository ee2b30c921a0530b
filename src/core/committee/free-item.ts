import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";

/** Nummer des nächsten neuen Tagesordnungspunkts, after those that the same decision adds. */
export const freeItem = ({ agenda }: Slices, events: readonly CommitteeEvent[]): number =>
  agenda.items.size + 1 + events.filter((event) => event.type === "AgendaItemAdded").length;
