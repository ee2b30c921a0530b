import { describe, expect, it } from "vitest";
import { decideSystem } from "../../src/core/committee/decide-system.ts";
import type { DispatchOutcome } from "../../src/core/invitation/events.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import { addressOf, invitedCommittee, item, reached, withAddress } from "../support/invited-committee.ts";
import { day, instant, time } from "../support/keys.ts";
import { officePerson, onMeetingDay, voter } from "../support/small-committee.ts";
import { doing, past, summoned, type Told, telling, toActor, toEveryone } from "./telling.ts";

const draft = { type: "DraftInvitation", afresh: false, links: [], papers: [] } as const;
const send = { type: "SendInvitation", urgent: false, otherwise: [] } as const;
const office = { by: officePerson };

const drafted = () => doing(past([...invitedCommittee(), reached]), draft, office);
const sent = () => doing(drafted().past, send, office);

const letters = ({ replies }: Told): readonly Reply[] => replies.filter((one) => one.to.kind === "mail");
const everyone = ({ replies }: Told): Reply | undefined => replies.find((one) => one.to.kind === "everyone");
const people = (replies: readonly Reply[]) => replies.map(({ to }) => (to.kind === "person" ? to.person : to.kind));

describe("a draft", () => {
  it("is read by whoever made it, alone, wherever it was asked for", () => {
    const told = drafted();
    expect(told.replies.map(({ to }) => to.kind)).toEqual(["account"]);
    expect(toActor(told)).toContain("Entwurf der Einladung: 1. Sitzung am Freitag, 17.02.2023, 9–12 Uhr, Kreishaus.");
    expect(toActor(told)).toContain("2. Bericht");
    expect(toActor(told)).toContain("Bitte verständigen Sie bei Verhinderung Ihre Stellvertretung.");
    expect(toActor(told)).toContain("Zu laden ist bis Donnerstag, 02.02.2023");
    expect(toActor(told)).toContain("Per E-Mail geht sie an 3 Personen, nur im Chat lesen sie 2 Personen.");
    expect(toActor(told)).toContain("› einladung senden 17.02.2023");
    expect(toActor(told)).toContain("› einladung datei 17.02.2023");
  });

  it("names the seats that nothing reaches", () => {
    const told = doing(past(invitedCommittee()), draft, office);
    expect(toActor(told)).toContain("Niemand erreichbar ist von: Träger 5.");
  });
});

describe("an invitation that goes out", () => {
  it("is told in every room with its files, to each person with an account, and by a letter to each address", () => {
    const told = sent();
    expect(toEveryone(told)).toContain("Einladung: 1. Sitzung am Freitag, 17.02.2023, 9–12 Uhr, Kreishaus.");
    expect(toEveryone(told)).toContain("Bitte antworten Sie bis Freitag, 10.02.2023");
    expect(everyone(told)?.choices.map(({ command }) => command)).toEqual([
      "zusage 17.02.2023",
      "vielleicht 17.02.2023",
      "absage 17.02.2023",
    ]);
    expect(everyone(told)?.files).toEqual([
      {
        name: "Einladung 17.02.2023.pdf",
        mediaType: "application/pdf",
        reference: "einladung-2023-02-17-1-1.pdf",
        made: { kind: "invitationPaper", meeting: 1, edition: 1 },
      },
      {
        name: "Sitzung 17.02.2023.ics",
        mediaType: "text/calendar",
        reference: "sitzung-2023-02-17-1-1.ics",
        made: { kind: "calendarEntry", meeting: 1, edition: 1 },
      },
    ]);
    expect(people(summoned(told))).toEqual([voter(1), voter(4), voter(5)]);
    expect(letters(told).map(({ letter }) => letter)).toEqual(
      [1, 2, 3].map((n) => ({ kind: "invitation", meeting: 1, edition: 1, address: addressOf(n) })),
    );
    expect(letters(told).map(plainText)[0]).toContain("Tagesordnung:");
    expect(toActor(told)).toContain("Die Einladung ist unterwegs: 3 E-Mails.");
    expect(toActor(told)).toContain("Die Ladung ist rechtzeitig");
    expect(toActor(told)).toMatch(/also nicht erreicht: .*Bitte laden Sie sie auf anderem Weg ein\./);
  });

  it("goes on to those alone who are new or have another address", () => {
    const other = telling(sent().past, [withAddress(2, "neu@traeger.example")]);
    const told = doing(other.past, send, office);
    expect(toEveryone(told)).toBe("");
    expect(letters(told).map(({ letter }) => letter)).toEqual([
      { kind: "invitation", meeting: 1, edition: 2, address: "neu@traeger.example" },
    ]);
    expect(summoned(told)).toEqual([]);
    expect(toActor(told)).toContain("Geändert hat sich nur, an wen sie geht: 1 E-Mail, im Chat 0 Personen.");
  });

  it("says what it was moved from", () => {
    const moved = telling(sent().past, [
      { type: "MeetingMoved", meeting: 1, appointment: { date: day("2023-02-24"), from: time("10:00") } },
    ]);
    const told = doing(doing(moved.past, draft, office).past, send, office);
    expect(toEveryone(told)).toContain("Geänderte Einladung: 1. Sitzung am Freitag, 24.02.2023, 10:00 Uhr, Kreishaus.");
    expect(toEveryone(told)).toContain("Verlegt, bisher Freitag, 17.02.2023, 9–12 Uhr.");
    expect(summoned(told).map(plainText)[0]).toContain("Die Sitzung ist verlegt");
  });

  it("asks nobody for an answer to a meeting that is cancelled", () => {
    const [edition] = sent().past.state.invitations.get(1)?.editions ?? [];
    if (edition === undefined) throw new Error("not sent");
    const { text, recipients } = edition;
    const cancellation = {
      type: "InvitationSent",
      meeting: 1,
      edition: 2,
      kind: "cancellation",
      sequence: 1,
      revision: 0,
      text,
      recipients,
      reason: "Zu viele sind krank.",
    } as const;
    const told = telling(sent().past, [cancellation], office);
    expect(toEveryone(told)).toContain("Abgesagt: 1. Sitzung am Freitag, 17.02.2023, 9–12 Uhr, Kreishaus.");
    expect(everyone(told)?.choices).toEqual([]);
    expect(everyone(told)?.files.map(({ reference }) => reference)[0]).toBe("absage-2023-02-17-1-2.pdf");
    expect(letters(told)).toHaveLength(3);
    for (const one of [...summoned(told), ...letters(told)]) {
      expect(plainText(one)).toContain("Grund: Zu viele sind krank.");
      expect(one.choices).toEqual([]);
    }
  });
});

describe("the proof of dispatch", () => {
  function recorded(before: Told, n: number, outcome: DispatchOutcome, answer = "250 Ok"): Told {
    const command = {
      type: "RecordDispatch",
      meeting: 1,
      edition: 1,
      person: voter(n),
      address: addressOf(n),
    } as const;
    const now = { now: instant("2023-01-27T09:00:00.000Z"), ...onMeetingDay, undelivered: [] };
    const { events } = decideSystem(before.past.state, { ...command, outcome, answer }, now);
    return telling(before.past, events, { by: officePerson });
  }

  it("is silent until something is known of all, and then one line to the office", () => {
    const first = recorded(sent(), 1, "accepted");
    expect(first.replies).toEqual([]);
    const last = recorded(recorded(first, 2, "accepted"), 3, "accepted");
    expect(people(last.replies)).toEqual([officePerson]);
    expect(last.replies.map(plainText)[0]).toContain(
      "Einladung zum Freitag, 17.02.2023: 3 von 3 zugestellt (an den Mailserver übergeben).",
    );
  });

  it("tells the office at once of a letter that did not arrive, with the server's words as text", () => {
    const refused = recorded(sent(), 2, "refused", "550 <script> unbekannt");
    expect(refused.replies.map(plainText)[0]).toContain("Stimme 2");
    expect(refused.replies.map(plainText)[0]).toContain("Der Mailserver antwortete: „550 <script> unbekannt“");
    const done = recorded(recorded(refused, 1, "accepted"), 3, "filed");
    expect(done.replies.map(plainText)[0]).toContain("1 von 3 als Datei abgelegt");
    expect(done.replies.map(plainText)[0]).toContain("Nicht zugestellt: Frau Stimme 2");
    const bounced = recorded(done, 1, "bounced", "550 voll");
    expect(bounced.replies).toHaveLength(1);
    expect(bounced.replies.map(plainText)[0]).toContain("ist nicht zugestellt");
  });

  it("does not repeat itself", () => {
    const once = recorded(sent(), 2, "bounced");
    expect(recorded(once, 2, "bounced").replies).toEqual([]);
  });
});

describe("an agenda changed after the draft", () => {
  it("has to be read anew before anything goes out", () => {
    const { past: after } = telling(drafted().past, [item(3, "Neu", true)]);
    expect(() => doing(after, send, office)).toThrow("DraftOutdated");
  });
});
