import { afterAll, beforeAll, expect, test } from "vitest";
import { type BothSession, bothSession } from "../../support/both-platforms-session.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import type { KeptRecord } from "../../support/matrix/kept-record.ts";
import { type LocalSession, localSession } from "../../support/matrix/local-session.ts";
import { type Synapse, startSynapse } from "../../support/matrix/synapse.ts";
import { type FakeTeams, startFakeTeams } from "../../support/teams/fake-teams.ts";
import { messageText } from "../../support/teams/sight.ts";

/*
 * A whole session of 60 people, 30 in a chat of Teams and 30 at light clients in an encrypted room of a real homeserver, against the same
 * session in the local room. Only the accounts differ, and the addresses of the rooms, which are written back to their local names.
 */
describeWithSynapse("a session of 60 people on two platforms", () => {
  let local: LocalSession;
  let synapse: Synapse;
  let fake: FakeTeams;
  let session: BothSession;
  let record: KeptRecord;
  let seconds = 0;

  beforeAll(async () => {
    [local, synapse, fake] = await Promise.all([
      localSession("zwei-plattformen.txt"),
      startSynapse(),
      startFakeTeams({ botName: "Sitzungsdienst" }),
    ]);
    const begin = performance.now();
    session = await bothSession(synapse, fake, local);
    seconds = (performance.now() - begin) / 1000;
    record = session.record();
  }, 240_000);
  afterAll(async () => {
    await session?.stop();
    await Promise.all([synapse?.stop(), fake?.close()]);
  });

  test("leaves the same record as in the local room", () => {
    expect([session.teams.size, session.matrix.size]).toEqual([30, 30]);
    expect(session.clicks).toBeGreaterThan(20);
    // But for the instant: the clock moves on by a thousandth of a second also for a click's view, of which the local room has none.
    expect(record.events.map(undated)).toEqual(local.record.events.map(undated));
    expect(record.events.length).toBeGreaterThan(250);
  });

  test("leaves the same papers, byte for byte, and the same votes in the closed boxes", () => {
    expect(Object.keys(record.papers)).toHaveLength(2);
    expect(record.papers).toEqual(local.record.papers);
    expect(record.boxes).toEqual(local.record.boxes);
    expect(Object.values(record.boxes).map((votes) => votes.length)).toEqual(expect.arrayContaining([54]));
  });

  test("keeps Microsoft's limits, and every announcement is in the chat once", () => {
    expect(fake.violations).toEqual([]);
    const said = fake
      .messagesIn(session.chat)
      .filter((message) => message.from === "bot")
      // As it was worded first: later a ballot's card says again how it ended.
      .map((message) => messageText({ ...message, versions: message.versions.slice(0, 1) }));
    expect(said.filter((text) => text.includes("Gewählt ist Frau Quast"))).toHaveLength(1);
    expect(said.filter((text) => text.includes("Möglicherweise doppelt"))).toEqual([]);
    console.info(`60 people: ${seconds.toFixed(1)} s, ${said.length} messages in the chat`);
  });
});

const undated = ({ at: _, ...event }: KeptRecord["events"][number]) => event;
