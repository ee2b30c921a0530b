import { describe, expect, it } from "vitest";
import type { SystemCommand } from "../../src/core/committee/system-commands.ts";
import { mailAddress } from "../../src/flows/addresses.ts";
import type { CalendarEntry } from "../../src/flows/calendar-writing.ts";
import { createLetterDelivery } from "../../src/flows/deliver-letter.ts";
import type { Letter, Posted } from "../../src/flows/letter.ts";
import type { OutboxEntry } from "../../src/flows/ports.ts";
import { type LetterRef, reply } from "../../src/flows/reply.ts";
import { addressOf, answering, invitedTo, moved, sent } from "../support/answered-invitations.ts";
import type { GivenCommittee } from "../support/given.ts";
import { voter } from "../support/small-committee.ts";

const office = { name: "AG 78", address: "ag78@kreis.example" };
const accepted: Posted = { outcome: "accepted", answer: "250 2.0.0 Ok" };

/** The world around one delivery; `fault` strikes at one of its steps, once. */
function world(committee: GivenCommittee) {
  const letters: Letter[] = [];
  const entries: CalendarEntry[] = [];
  const commands: SystemCommand[] = [];
  const handled = new Set<string>();
  let fault: "before sending" | "after sending" | "after recording" | undefined;
  const strike = (step: typeof fault): void => {
    if (fault !== step) return;
    fault = undefined;
    throw new Error(step);
  };
  const deliver = createLetterDelivery({
    state: () => committee.state,
    organizer: () => office,
    papers: {
      words: async ({ edition }, salutation) => ({
        text: `${salutation} Ausgabe ${edition}`,
        html: `<p>${salutation}</p>`,
      }),
      pdf: async () => new Uint8Array([37, 80, 68, 70]),
    },
    calendar: {
      async invitation(entry, { method, attendee, answer }) {
        entries.push(entry);
        return `METHOD:${method} ${attendee.address} ${answer ?? "-"}`;
      },
      published: () => Promise.reject(new Error("nothing is published here")),
    },
    mailing: async () => ({
      sender: office,
      async send(letter) {
        strike("before sending");
        letters.push(letter);
        strike("after sending");
        return accepted;
      },
    }),
    readPaper: async (name) => ({ name, mediaType: "application/pdf", bytes: new Uint8Array([1]) }),
    isHandled: (key) => handled.has(key),
    async perform(key, command) {
      if (!handled.has(key)) commands.push(command);
      handled.add(key);
      strike("after recording");
    },
    async noted(key) {
      handled.add(key);
    },
  });
  return {
    deliver,
    letters,
    entries,
    commands,
    fails(step: NonNullable<typeof fault>) {
      fault = step;
    },
  };
}

function entryFor(letter: LetterRef, n = 1): OutboxEntry {
  const person = voter(n);
  const body = reply({ kind: "mail", person }, ["Bitte antworten Sie."], { letter });
  return { id: "play:1#7", room: mailAddress(person), body: JSON.stringify(body) };
}

const invitation = (edition: number, n = 1): LetterRef => ({
  kind: "invitation",
  meeting: 1,
  edition,
  address: addressOf(voter(n)),
});

describe("a letter with an invitation", () => {
  it("goes to one person, with a calendar entry that names nobody else, and what the server said is recorded", async () => {
    const { deliver, letters, entries, commands } = world(invitedTo());
    await deliver(entryFor(invitation(1)));
    const [letter] = letters;
    expect(letter).toMatchObject({
      id: "einladung-20230127080000000-1-1-stimme-1",
      to: { address: addressOf(voter(1)) },
      subject: "Einladung: AG 78 Hilfen zur Erziehung, 1. Sitzung am Freitag, 24.02.2023",
      calendar: { method: "REQUEST", content: `METHOD:REQUEST ${addressOf(voter(1))} -` },
      follows: [],
    });
    expect(letter?.attachments.map(({ name }) => name)).toEqual(["Einladung.pdf"]);
    expect(entries.map(({ sequence, status }) => [sequence, status])).toEqual([[0, "confirmed"]]);
    expect(commands).toEqual([
      { type: "RecordDispatch", meeting: 1, edition: 1, person: voter(1), address: addressOf(voter(1)), ...accepted },
    ]);
  });

  it("of an update follows the earlier one, and says what the person answered as long as that counts", async () => {
    const answered = answering(invitedTo(), [[voter(1), "accepted"]]);
    const same = world(answered.and([sent(2)]));
    await same.deliver(entryFor(invitation(2)));
    expect(same.letters[0]?.follows).toEqual(["einladung-20230127080000000-1-1-stimme-1"]);
    expect(same.letters[0]?.subject).toMatch(/^Geändert: /);
    expect(same.letters[0]?.calendar?.content).toContain("accepted");
    const movedOn = world(answered.and([moved, sent(2, { revision: 1, sequence: 2 })]));
    await movedOn.deliver(entryFor(invitation(2)));
    expect(movedOn.letters[0]?.calendar?.content).not.toContain("accepted");
  });

  it("of a cancellation calls the entry off", async () => {
    const { deliver, letters, entries } = world(
      invitedTo().and([sent(2, { kind: "cancellation", sequence: 1, reason: "Zu wenige" })]),
    );
    await deliver(entryFor(invitation(2)));
    expect(letters[0]?.subject).toMatch(/^Abgesagt: /);
    expect(letters[0]?.calendar).toMatchObject({ method: "CANCEL", name: "absage.ics" });
    expect(entries[0]).toMatchObject({ sequence: 1, status: "cancelled" });
    expect(entries[0]?.description).toContain("Zu wenige");
  });

  it("brings the papers the office named", async () => {
    const [first] = [sent(1)].map((event) =>
      event.type === "InvitationSent"
        ? { ...event, edition: 2, text: { ...event.text, papers: ["Bericht.pdf"] } }
        : event,
    );
    if (first === undefined) throw new Error("no edition");
    const { deliver, letters } = world(invitedTo().and([first]));
    await deliver(entryFor(invitation(2)));
    expect(letters[0]?.attachments.map(({ name }) => name)).toEqual(["Einladung.pdf", "Bericht.pdf"]);
  });

  it.each([
    ["before sending", 1],
    // Whether the server took it cannot be known: rather twice, under the same id, than not at all.
    ["after sending", 2],
    ["after recording", 1],
  ] as const)("is neither lost nor recorded twice if the process dies %s", async (step, times) => {
    const { deliver, letters, commands, fails } = world(invitedTo());
    fails(step);
    await expect(deliver(entryFor(invitation(1)))).rejects.toThrow(step);
    await deliver(entryFor(invitation(1)));
    await deliver(entryFor(invitation(1)));
    expect(letters).toHaveLength(times);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(1);
    expect(commands).toHaveLength(1);
  });
});

describe("a note", () => {
  const ref: LetterRef = { kind: "note", subject: "Erinnerung", address: addressOf(voter(2)) };

  it("says what the reply says, without buttons, once", async () => {
    const { deliver, letters, commands } = world(invitedTo());
    await deliver(entryFor(ref, 2));
    await deliver(entryFor(ref, 2));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({
      id: "notiz-play-1-7-stimme-2",
      to: { address: addressOf(voter(2)) },
      subject: "Erinnerung",
      text: "Bitte antworten Sie.",
    });
    expect(commands).toEqual([]);
  });
});
