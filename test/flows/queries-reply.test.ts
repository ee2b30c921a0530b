import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import type { StateQuery } from "../../src/flows/queries.ts";
import { replyToQuery } from "../../src/flows/queries-reply.ts";
import { plainText } from "../../src/flows/reply.ts";
import { stateAfter } from "../support/fold.ts";
import { accountKey, instant } from "../support/keys.ts";
import {
  calledItem,
  meetingDay,
  officePerson,
  onMeetingDay,
  openMeeting,
  seat,
  smallCommittee,
  voter,
} from "../support/small-committee.ts";
import { message, now, room, whileMeeting } from "./conversation.ts";
import { doing, past } from "./telling.ts";

function asked(
  query: StateQuery,
  events: readonly CommitteeEvent[] = whileMeeting,
  person: PersonId | undefined = officePerson,
  waiting = 0,
  at = now,
): string {
  const state = stateAfter(events);
  const names = namesOf(state, meetingDay, localOf);
  const incoming = { ...message("?"), at };
  return plainText(replyToQuery(query, { state, incoming, person, ...onMeetingDay, names, waiting, alarms: [] }));
}

/** As in the direct chat, or by a click whose answer only one person sees. */
function alone(
  query: StateQuery,
  events: readonly CommitteeEvent[],
  person: PersonId,
  more: Partial<Incoming> = {},
): string {
  const state = stateAfter(events);
  const names = namesOf(state, meetingDay, localOf);
  const incoming = { key: "k", account: accountKey("matrix:a"), text: "?", at: now, addressed: true, ...more };
  return plainText(replyToQuery(query, { state, incoming, person, ...onMeetingDay, names, waiting: 0, alarms: [] }));
}

const openBallot = (mode: "open" | "secret"): CommitteeEvent => ({
  type: "BallotOpened",
  ballot: 1,
  meeting: 1,
  subject: { kind: "motion", motion: 1 },
  mode,
  recused: [],
  marks: 0,
  candidates: [],
});

const later = (minutes: number) => instant(`2023-01-27T08:${String(minutes).padStart(2, "0")}:30.000Z`);

describe("status", () => {
  it("says where the meeting is, who is there, and what is open", () => {
    const answer = asked({ kind: "status" }, whileMeeting, officePerson, 2);
    expect(answer).toContain("1. Sitzung, Leitung: Frau Stimme 1 (Träger 1).");
    expect(answer).toContain("TOP 1: Begrüßung");
    expect(answer).toContain("Anwesend: 7 von 8 Sitzen, 7 Personen.");
    expect(answer).toContain("Beschlussfähig: 7 Stimmen, nötig sind 5 (GO schweigt, Standardregel).");
    expect(answer).toContain("Wahl: 1. Sprecher*in, Vorschläge werden gesammelt.");
    expect(answer).toContain("Offener Antrag: 1.");
    expect(answer).toContain("2 Nachrichten warten auf Zustellung.");
  });

  it("says the time planned for an item, and how long it takes once that is over", () => {
    const content = { title: "Klinik", minutes: 10, public: true, deciding: true };
    const events: readonly CommitteeEvent[] = [
      ...smallCommittee(),
      ...openMeeting(3),
      { type: "AgendaItemAdded", item: 1, meeting: 1, content },
      { type: "AgendaItemCalled", item: 1 },
    ];
    const statusAfter = (minutes: number) => asked({ kind: "status" }, events, officePerson, 0, later(minutes));
    expect(statusAfter(0)).toContain("TOP 1: Klinik (Zeitbudget 10 min)");
    expect(statusAfter(9)).toContain("TOP 1: Klinik (Zeitbudget 10 min)");
    expect(statusAfter(14)).toContain("TOP 1: Klinik (Zeitbudget 10 min, seit 14 min)");
  });

  it("tells all that the live messages tell: turnout with its choices, and who speaks", () => {
    const moved = doing(past([...smallCommittee(), ...openMeeting(4), ...calledItem()]), {
      type: "MoveMotion",
      text: "Wir treffen uns.",
    });
    const opened = doing(moved.past, { type: "OpenBallot", subject: { kind: "motion", motion: 1 }, mode: "open" });
    const listed = doing(opened.past, { type: "RequestToSpeak" }, { by: voter(2) });
    const answer = asked(
      { kind: "status" },
      listed.past.stream.map(({ event }) => event),
    );
    expect(answer).toContain("Abgestimmt: 0 von 4 Stimmen.");
    expect(answer).toContain("› Ja: ja\n› Nein: nein");
    expect(answer).toContain("Es folgen:\n1. Herr Stimme 2 (Träger 2)");
  });

  it("names the next meeting while none runs, or says there is none", () => {
    expect(asked({ kind: "status" }, smallCommittee())).toContain("Es ist keine Sitzung geplant.");
    const planned = [...smallCommittee(), ...openMeeting(0).slice(0, 1)];
    expect(asked({ kind: "status" }, planned)).toContain("Nächste Sitzung: Freitag, 27.01.2023, Kreishaus.");
  });
});

describe("the other questions", () => {
  it("show the agenda with the item called", () => {
    const answer = asked({ kind: "agenda" });
    expect(answer).toContain("1. Begrüßung ← jetzt\n2. Geschäftsordnung");
    expect(answer).toContain("(noch nicht festgestellt)");
    expect(asked({ kind: "agenda" }, smallCommittee())).toContain("Es gibt noch keine Tagesordnung.");
  });

  it("show who is there and who is missing, seats and heads apart", () => {
    const answer = asked({ kind: "attendance" }, [
      ...whileMeeting,
      { type: "HeadCountRecorded", entry: 1, group: "Trägervertretungen", qualifier: "exact", count: 24 },
    ]);
    expect(answer).toContain("• Regenbogen: Herr Lindner (Regenbogen)");
    expect(answer).toContain("Außerdem:\n• 24 Trägervertretungen");
    expect(answer).toContain("Es fehlen:\n• Pflege und Heim gGmbH");
    expect(asked({ kind: "attendance" }, smallCommittee())).toContain("Es läuft keine Sitzung.");
  });

  it("show open motions and resolutions", () => {
    expect(asked({ kind: "resolutions" })).toContain("Offene Anträge:\n• Antrag 1: GO (1 Änderungsantrag)");
    const carried: CommitteeEvent = {
      type: "MotionDecided",
      motion: 1,
      meeting: 1,
      outcome: "carried",
      manner: "consensus",
      reference: "2023-1",
      withAmendments: true,
      eligible: 7,
    };
    expect(asked({ kind: "resolutions" }, [...whileMeeting, carried])).toContain(
      "• 2023-1 (Freitag, 27.01.2023; im Konsens; mit Änderungen): GO. Die GO wird beschlossen.",
    );
    const found = { ...carried, manner: "declared", unanimous: true, withAmendments: false } as const;
    expect(asked({ kind: "resolutions" }, [...whileMeeting, found])).toContain(
      "27.01.2023; einstimmig, ohne Auszählung)",
    );
    expect(asked({ kind: "resolutions" }, smallCommittee())).toContain("noch keine Beschlüsse");
  });

  it("show tasks without inventing owner or date", () => {
    const told = doing(past([...smallCommittee(), ...openMeeting(3), ...calledItem()]), {
      type: "AssignTask",
      text: "Liste erstellen",
    });
    const events = told.past.stream.map(({ event }) => event);
    expect(asked({ kind: "tasks" }, events)).toBe("Aufgaben:\n• Aufgabe 1: Liste erstellen.");
    expect(asked({ kind: "tasks" }, smallCommittee())).toBe("Es gibt keine Aufgaben.");
  });

  it("show no vote of a secret ballot that runs", () => {
    const events: readonly CommitteeEvent[] = [...whileMeeting, openBallot("secret")];
    expect(alone({ kind: "ballot" }, events, voter(3), { room })).toContain("Gestimmt wird im Direktchat");
    expect(asked({ kind: "ballot" }, events)).toContain("Ihr Stimmzettel:");
    expect(asked({ kind: "ballot" }, events)).not.toContain("Abgestimmt:");
    expect(asked({ kind: "ballot" })).toBe("Es läuft keine Abstimmung.");
  });

  it("show whoever asks alone how its own seat has voted, and nobody else's", () => {
    const vote = { kind: "question", choice: "no" } as const;
    const events: readonly CommitteeEvent[] = [
      ...whileMeeting,
      openBallot("open"),
      { type: "VoteCast", ballot: 1, seat: seat(2), person: voter(2), vote },
    ];
    const own = alone({ kind: "ballot" }, events, voter(2));
    expect(own).toContain("Ihre Stimme für Träger 2: Nein.");
    expect(own).toContain("› Ja: ja");
    expect(alone({ kind: "ballot" }, events, voter(3))).not.toContain("Ihre Stimme");
    expect(alone({ kind: "ballot" }, events, voter(2), { room })).not.toContain("Ihre Stimme");
    expect(alone({ kind: "ballot" }, events, voter(2), { room, isClick: true })).toContain("Ihre Stimme");
  });

  it("show of a secret vote only that it was given", () => {
    const events: readonly CommitteeEvent[] = [
      ...whileMeeting,
      openBallot("secret"),
      { type: "SecretVoteCast", ballot: 1, seat: seat(2), person: voter(2) },
    ];
    expect(alone({ kind: "ballot" }, events, voter(2))).toContain(
      "Die Stimme für Träger 2 liegt verschlossen in der Urne.",
    );
    expect(alone({ kind: "ballot" }, events, voter(2))).not.toContain("› Ja");
    expect(alone({ kind: "ballot" }, events, voter(3))).not.toContain("Urne");
    expect(alone({ kind: "ballot" }, events, voter(3))).toContain("› Ja");
  });

  it("show an empty speakers' list", () => {
    expect(asked({ kind: "speakersList" })).toContain("Niemand wartet auf das Wort.");
  });
});

describe("help", () => {
  it("shows by role what is open to a person", () => {
    const office = asked({ kind: "help" });
    const guest = asked({ kind: "help" }, whileMeeting, voter(3));
    expect(office).toContain("hilfe abstimmung");
    expect(guest).not.toContain("wahlgang");
  });

  it("explains a subject with the commands a person may use", () => {
    expect(asked({ kind: "help", about: "abstimmung" })).toContain("handzeichen JA:NEIN:ENTHALTUNG – trägt");
    expect(asked({ kind: "help", about: "Abstimmung" }, whileMeeting, voter(3))).not.toContain("handzeichen JA");
  });

  it("explains one command with its example and who may", () => {
    const answer = asked({ kind: "help", about: "handzeichen" }, whileMeeting, voter(3));
    expect(answer).toContain("Beispiel: handzeichen 15:1:1");
    expect(answer).toContain("Das darf: Sitzungsleitung, stellvertretender Vorsitz, Geschäftsführung.");
    expect(answer).toContain("Sie selbst dürfen das in Ihrer jetzigen Rolle nicht.");
  });

  it("suggests where a topic is mistyped, and tells strangers how to link their account", () => {
    expect(asked({ kind: "help", about: "handzeihcen" })).toContain("hilfe handzeichen");
    expect(asked({ kind: "help" }, whileMeeting, "nobody" as PersonId)).toContain("Das können Sie hier tun");
    const state = stateAfter(whileMeeting);
    const names = namesOf(state, meetingDay, localOf);
    const incoming = message("hilfe");
    const stranger = replyToQuery(
      { kind: "help" },
      { state, incoming, person: undefined, ...onMeetingDay, names, waiting: 0, alarms: [] },
    );
    expect(plainText(stranger)).toContain("Verbinden Sie zuerst Ihr Konto");
  });
});
