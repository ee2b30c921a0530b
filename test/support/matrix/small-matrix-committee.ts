import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { type ChatMember, chatCommittee } from "../chat-committee.ts";

export type MatrixMember = Omit<ChatMember, "accounts"> & { readonly userId?: string };

/** A committee whose people are linked to accounts of Matrix, in this room. */
export const matrixCommittee = (
  members: readonly MatrixMember[],
  rooms: readonly { readonly id: string; readonly name: string; readonly threads?: true }[],
): readonly CommitteeEvent[] =>
  chatCommittee(
    members.map(({ userId, ...member }) => ({
      ...member,
      ...(userId === undefined ? {} : { accounts: [`matrix:${userId}`] }),
    })),
    rooms.map(({ id, ...room }) => ({ ...room, room: `matrix:${id}` })),
  );
