import type { Absence } from "../core/rules/leaving-the-room.ts";

/** Verlassen des Raums, as the minutes have it: "X verlässt den Raum um 10:10 Uhr, kehrt um 10:40 Uhr zurück". */
export function absenceSentence(person: string, { from, until }: Absence): string {
  const back = until === undefined ? "" : `, kehrt um ${until} Uhr zurück`;
  return `${person} verlässt den Raum um ${from} Uhr${back}`;
}
