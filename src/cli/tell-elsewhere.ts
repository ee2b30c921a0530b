import { localOf } from "../adapters/clock/zone-time.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { accountsOf, holdersOf } from "../core/membership/queries.ts";
import { zoneOf } from "../flows/names-of.ts";
import type { Clock } from "../flows/ports.ts";
import { reply } from "../flows/reply.ts";
import type { House } from "./compose.ts";

/** One platform is in trouble: said on every other one, in the rooms there and to the office. */
export async function tellElsewhere(
  { runner }: House,
  clock: Clock,
  trouble: { readonly platform: string; readonly code: string; readonly sentence: string },
): Promise<void> {
  const { membership } = runner.state();
  const now = clock.now() as Instant; // the clocks of our ports give instants
  const { date } = localOf(now, zoneOf(runner.state()));
  const isElsewhere = (address: string): boolean => !address.startsWith(`${trouble.platform}:`);
  const accounts = holdersOf(membership, "office", date).flatMap(({ person }) => accountsOf(membership, person));
  await runner.tell(
    `${trouble.platform}:${trouble.code}:${now}`,
    [
      ...[...membership.rooms.keys()].filter(isElsewhere).map((room) => ({ kind: "room", room }) as const),
      ...accounts.filter(isElsewhere).map((account) => ({ kind: "account", account }) as const),
    ].map((to) => reply(to, [trouble.sentence], { attention: true })),
  );
}
