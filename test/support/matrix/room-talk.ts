import type { MatrixScene } from "./matrix-scene.ts";
import type { Peer } from "./peer.ts";
import type { PeerEvent } from "./peer-commands.ts";

export const bodyHas =
  (text: string) =>
  (event: PeerEvent): boolean =>
    String(event.content["body"]).includes(text);

/** Gespräch of one person with the bot in one room. */
export function roomTalk(scene: MatrixScene, peer: Peer, room: string) {
  /** The first new event of the bot that fits, after something was done. */
  async function next(fits: (event: PeerEvent) => boolean, act: () => Promise<unknown>): Promise<PeerEvent> {
    const before = new Set(peer.events);
    await act();
    return peer.waitFor((event) => event.sender === scene.me && !before.has(event) && fits(event));
  }
  return {
    next,
    says: (text: string, answer: string): Promise<PeerEvent> =>
      next(bodyHas(answer), () => peer.call("sendText", { room, text: `!ag ${text}` })),
  };
}
