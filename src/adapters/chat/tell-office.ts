import type { PersonId } from "../../core/kernel/ids.ts";
import { type Reply, reply } from "../../flows/reply.ts";

type Parts = {
  readonly committee: {
    /** Who is told about the rooms: the office, or whoever leads where there is none. */
    office(): readonly PersonId[];
    tell(key: string, replies: readonly Reply[]): Promise<boolean>;
  };
  readonly world: { note(code: string, detail?: string): void };
};

/** Der Geschäftsführung gesagt, durably and once for a key; the log learns of what kind it was. */
export async function tellOffice({ committee, world }: Parts, key: string, sentence: string): Promise<void> {
  const replies = committee
    .office()
    .map((person) => reply({ kind: "person", person }, [sentence], { attention: true }));
  world.note("office-told", key.split(":").slice(0, 2).join(":"));
  if (replies.length > 0) await committee.tell(key, replies);
}
