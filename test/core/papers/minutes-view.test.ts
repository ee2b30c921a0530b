import { describe, expect, it } from "vitest";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import type { Attribution } from "../../../src/core/minutes/events.ts";
import { minutesView } from "../../../src/core/papers/minutes-view.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import type { MinutesItem, MinutesView } from "../../../src/core/papers/views.ts";
import { happened, nothingHappened, type Past } from "../../support/fold.ts";
import { given } from "../../support/given.ts";
import { day, instant } from "../../support/keys.ts";
import { paperContext } from "../../support/paper-context.ts";
import {
  arrived,
  calledItem,
  firstSpokesperson,
  openMeeting,
  seat,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

const opened = happened(nothingHappened, [...smallCommittee(), ...openMeeting(3), ...calledItem("Bedarfe")]);

function then(at: string, ...events: readonly CommitteeEvent[]): (past: Past) => Past {
  return (past) => happened(past, events, { at: instant(at), by: voter(1) });
}

function minutesAfter(...steps: readonly ((past: Past) => Past)[]): MinutesView {
  const past = steps.reduce((before, step) => step(before), opened);
  return minutesView(past.state, 1, paperContext);
}

function firstItem(view: MinutesView): MinutesItem {
  const [item] = view.items;
  if (item === undefined) throw new Error("there is no item");
  return item;
}

const now = "2023-01-27T09:15:00.000Z";

const moved: CommitteeEvent = {
  type: "MotionMoved",
  motion: 1,
  meeting: 1,
  item: 1,
  title: "Plätze",
  text: "Es werden Plätze geschaffen.",
  mover: voter(2),
};

function ballotOpened(mode: "open" | "rollCall" | "secret", changes: object = {}): CommitteeEvent {
  const subject = { kind: "motion", motion: 1 } as const;
  return {
    type: "BallotOpened",
    ballot: 1,
    meeting: 1,
    subject,
    mode,
    recused: [],
    marks: 0,
    candidates: [],
    ...changes,
  };
}

const closed: CommitteeEvent = {
  type: "BallotClosed",
  ballot: 1,
  counts: { yes: 2, no: 1, abstain: 0, invalid: 0 },
  voted: 3,
  eligible: 3,
  members: 5,
};

const carried = {
  type: "MotionDecided",
  motion: 1,
  meeting: 1,
  outcome: "carried",
  manner: "ballot",
  reference: "2023-1",
  ballot: 1,
  withAmendments: false,
  eligible: 3,
} as const satisfies CommitteeEvent;

function cast(n: number, choice: "yes" | "no"): CommitteeEvent {
  return { type: "VoteCast", ballot: 1, seat: seat(n), person: voter(n), vote: { kind: "question", choice } };
}

describe("attendance in the minutes", () => {
  const later = "2023-01-27T10:30:00.000Z";
  const view = minutesAfter(
    then(now, arrived(4, true), {
      type: "AttendanceRecorded",
      person: substitute(2),
      status: "remote",
      seat: seat(2),
      late: true,
    }),
    then(later, gone(1), gone(2), gone(3), { type: "SeatExcused", seat: seat(5) }),
  );

  it("names who sits for a seat, who came late and who left, with times", () => {
    expect(
      view.attendance.seats.map(({ organization, status, from, until }) => [organization, status, from, until]),
    ).toEqual([
      ["Träger 1", "present", undefined, "11:30"],
      ["Träger 2", "present", undefined, undefined],
      ["Träger 3", "present", undefined, "11:30"],
      ["Träger 4", "present", "10:15", undefined],
      ["Träger 5", "excused", undefined, undefined],
    ]);
    expect(view.attendance).toMatchObject({ votingSeats: 5, presentVotingSeats: 4 });
  });

  it("lists a second person of a seat as a further delegate", () => {
    expect(view.attendance.persons).toEqual([
      { kind: "delegate", person: { salutation: "Herr", name: "Vertretung 2" }, organization: "Träger 2" },
    ]);
  });

  it("says i. V. where only the substitute was there", () => {
    const represented = minutesAfter(
      then(now, { type: "AttendanceRecorded", person: voter(4), status: "excused", late: false }),
    );
    const sitting = minutesView(
      happened(nothingHappened, [
        ...smallCommittee(),
        ...openMeeting(0),
        { type: "AttendanceRecorded", person: substitute(2), status: "present", seat: seat(2), late: false },
      ]).state,
      1,
      paperContext,
    );
    expect(sitting.attendance.seats[1]).toEqual({
      organization: "Träger 2",
      status: "represented",
      person: { salutation: "Herr", name: "Vertretung 2" },
      representedPerson: { salutation: "Herr", name: "Stimme 2" },
      remote: false,
    });
    expect(represented.attendance.seats[3]).toMatchObject({ status: "excused", person: { name: "Stimme 4" } });
  });

  it("keeps names of coming and going out of the public version, the times stay with the seat", () => {
    const texts = view.opening.map(({ text }) => text);
    expect(texts).toEqual([
      "Die Sitzung wurde um 9 Uhr eröffnet.",
      "Herr Stimme 4 (Träger 4) kam um 10:15 Uhr hinzu.",
      "Herr Vertretung 2 (Träger 2) kam um 10:15 Uhr hinzu.",
    ]);
    const narrowed = publicVersion("minutes", view);
    expect(narrowed.opening.map(({ text }) => text)).toEqual(["Die Sitzung wurde um 9 Uhr eröffnet."]);
    expect(narrowed.attendance.seats[3]).toMatchObject({ organization: "Träger 4", from: "10:15" });
  });

  it("gives no time of day to what was entered on another day", () => {
    const entered = minutesAfter(then("2023-01-30T09:00:00.000Z", gone(1), { type: "MeetingClosed", meeting: 1 }));
    expect(entered.closing.map(({ text }) => text)).toEqual([
      "Frau Stimme 1 (Träger 1) verließ die Sitzung.",
      "Die Sitzung wurde geschlossen.",
    ]);
    expect(entered.meeting.end).toBeUndefined();
  });

  it("tells pauses", () => {
    const paused = minutesAfter(
      then(now, { type: "MeetingPaused", minutes: 10 }),
      then("2023-01-27T09:27:00.000Z", { type: "MeetingResumed" }),
    );
    expect(paused.closing.map(({ text }) => text)).toEqual(["Die Sitzung war von 10:15 bis 10:27 Uhr unterbrochen."]);
  });

  function gone(n: number): CommitteeEvent {
    return { type: "AttendanceRecorded", person: voter(n), status: "left", late: false };
  }
});

describe("motions in the minutes", () => {
  it("show wording, mover, counts and resolution of an open ballot, and no names", () => {
    const [motion] = firstItem(
      minutesAfter(
        then(now, moved, ballotOpened("open"), cast(1, "yes"), cast(2, "yes"), cast(3, "no"), closed, carried),
      ),
    ).motions;
    expect(motion).toMatchObject({
      number: "1",
      title: "Plätze",
      wording: "Es werden Plätze geschaffen.",
      movedBy: { person: { name: "Stimme 2" }, organization: "Träger 2" },
      outcome: "carried",
      resolution: { number: "2023-1", wording: "Es werden Plätze geschaffen." },
      ballot: {
        mode: "open",
        unanimous: false,
        counts: [
          { choice: "yes", number: 2 },
          { choice: "no", number: 1 },
          { choice: "abstain", number: 0 },
        ],
        rollCall: [],
      },
    });
  });

  it("show the names of a roll call in the internal version alone", () => {
    const view = minutesAfter(
      then(now, moved, ballotOpened("rollCall"), cast(1, "yes"), cast(2, "yes"), cast(3, "no"), closed, carried),
    );
    expect(firstItem(view).motions[0]?.ballot?.rollCall).toEqual([
      { organization: "Träger 1", choice: "yes" },
      { organization: "Träger 2", choice: "yes" },
      { organization: "Träger 3", choice: "no" },
    ]);
    expect(firstItem(publicVersion("minutes", view)).motions[0]?.ballot?.rollCall).toEqual([]);
  });

  it("show the numbers of a secret ballot and nothing else", () => {
    const secret = (n: number): CommitteeEvent => ({
      type: "SecretVoteCast",
      ballot: 1,
      seat: seat(n),
      person: voter(n),
    });
    const [motion] = firstItem(
      minutesAfter(then(now, moved, ballotOpened("secret"), secret(1), secret(2), secret(3), closed, carried)),
    ).motions;
    expect(motion?.ballot?.mode).toBe("secret");
    expect(motion?.ballot?.rollCall).toEqual([]);
    expect(motion?.ballot?.counts).toHaveLength(3);
  });

  it("show a ruling where the flow gives one", () => {
    const past = then(now, moved, ballotOpened("open"), cast(1, "yes"), closed, carried)(opened);
    const context = { ...paperContext, ballotRuling: () => "Angenommen: 2 > 1." };
    const [motion] = firstItem(minutesView(past.state, 1, context)).motions;
    expect(motion?.ballot?.ruling?.text).toBe("Angenommen: 2 > 1.");
    expect(motion?.ballot?.ruling?.sources.length).toBeGreaterThan(1);
  });

  it("invent no counts for what the chair found or all agreed to", () => {
    const decidedAs = (manner: "declared" | "consensus", unanimous?: boolean): CommitteeEvent => ({
      type: "MotionDecided",
      motion: 1,
      meeting: 1,
      outcome: "carried",
      manner,
      ...(unanimous === undefined ? {} : { unanimous }),
      withAmendments: true,
      eligible: 3,
    });
    const ballotAfter = (event: CommitteeEvent) => firstItem(minutesAfter(then(now, moved, event))).motions[0];
    expect(ballotAfter(decidedAs("declared", true))).toMatchObject({
      outcome: "carriedWithChanges",
      ballot: { unanimous: true, counts: [], rollCall: [] },
    });
    expect(ballotAfter(decidedAs("consensus"))?.ballot).toEqual({
      mode: "consensus",
      unanimous: false,
      counts: [],
      rollCall: [],
    });
  });

  it("show amendments with what became of them, and the wording as moved beside the resolution", () => {
    const [motion] = firstItem(
      minutesAfter(
        then(
          now,
          moved,
          { type: "AmendmentMoved", amendment: 1, motion: 1, text: "statt „Plätze“: „acht Plätze“", mover: voter(3) },
          { type: "AmendmentTakenOver", amendment: 1 },
          { type: "MotionReworded", motion: 1, text: "Es werden acht Plätze geschaffen." },
          ballotOpened("open"),
          cast(1, "yes"),
          closed,
          { ...carried, withAmendments: true },
        ),
      ),
    ).motions;
    expect(motion?.amendments).toMatchObject([{ number: "Ä1", outcome: "takenOver" }]);
    expect(motion?.wording).toBe("Es werden Plätze geschaffen.");
    expect(motion?.resolution?.wording).toBe("Es werden acht Plätze geschaffen.");
  });

  it("tell who was recused, with the sources of the declaration and of the ballot", () => {
    const { recusals } = firstItem(
      minutesAfter(
        then(
          now,
          moved,
          { type: "ConflictDeclared", seat: seat(3), item: 1 },
          ballotOpened("open", { recused: [seat(3)] }),
        ),
      ),
    );
    expect(recusals).toMatchObject([{ text: "Träger 3 war bei diesem Punkt befangen und ohne Stimme." }]);
    expect(recusals[0]?.sources).toHaveLength(2);
  });

  it("tell that a ballot was cancelled, and why", () => {
    const { statements } = firstItem(
      minutesAfter(
        then(now, moved, ballotOpened("open"), { type: "BallotCancelled", ballot: 1, reason: "Tippfehler" }),
      ),
    );
    expect(statements.map(({ text }) => text)).toEqual([
      "Die Abstimmung (Antrag 1) wurde abgebrochen. Grund: Tippfehler.",
    ]);
  });
});

describe("elections in the minutes", () => {
  const election = [
    {
      type: "ElectionOpened",
      election: 1,
      meeting: 1,
      item: 1,
      office: firstSpokesperson,
      title: "1. Sprecher*in",
      seats: 1,
      secret: false,
    },
    { type: "CandidateNominated", election: 1, person: voter(1), nominatedBy: voter(1) },
    { type: "CandidateNominated", election: 1, person: voter(2), nominatedBy: voter(1) },
    round(1),
    counted(1),
    decided(1, "runoff"),
    round(2),
    counted(2),
    decided(2, "lot"),
    {
      type: "LotDrawn",
      election: 1,
      about: "seat",
      among: [voter(1), voter(2)],
      winners: [voter(2)],
      witnesses: [voter(3)],
      chance: 4711,
    },
  ] as const satisfies readonly CommitteeEvent[];

  function round(ballot: number) {
    const subject = { kind: "election", election: 1, round: ballot } as const;
    const candidates = [voter(1), voter(2)];
    return {
      type: "BallotOpened",
      ballot,
      meeting: 1,
      subject,
      mode: "secret",
      recused: [],
      marks: 1,
      candidates,
    } as const;
  }

  function counted(ballot: number) {
    const candidates = [
      { person: voter(1), votes: 1 },
      { person: voter(2), votes: 1 },
    ];
    const counts = { yes: 0, no: 0, abstain: 1, invalid: 0, candidates };
    return { type: "BallotClosed", ballot, counts, voted: 3, eligible: 3, members: 5 } as const;
  }

  function decided(number: number, next: "runoff" | "lot") {
    const standing = [voter(1), voter(2)];
    return {
      type: "ElectionRoundDecided",
      election: 1,
      round: number,
      ballot: number,
      elected: [],
      next,
      standing,
      open: 1,
    } as const;
  }

  it("show rounds, run-off, lot with witnesses, and that the acceptance is missing", () => {
    const [shown] = firstItem(minutesAfter(then(now, ...election))).elections;
    expect(shown?.office).toBe("1. Sprecher*in");
    expect(shown?.rounds.map(({ title }) => title)).toEqual(["1. Wahlgang", "Stichwahl", "Losentscheid"]);
    expect(shown?.rounds[0]).toMatchObject({
      mode: "secret",
      results: [
        { person: { name: "Stimme 1" }, votes: 1 },
        { person: { name: "Stimme 2" }, votes: 1 },
      ],
    });
    expect(shown?.rounds[2]?.ruling?.text).toBe(
      "Durch Los bestimmt: Herr Stimme 2 (Träger 2). Zeug*innen: Frau Stimme 3 (Träger 3).",
    );
    expect(shown?.elected).toMatchObject([{ acceptance: "pending" }]);
  });

  it("use the form of the title that fits once the election was accepted", () => {
    const accepted: CommitteeEvent = {
      type: "ElectionAccepted",
      election: 1,
      person: voter(2),
      from: day("2023-01-27"),
    };
    const view = minutesAfter(then(now, ...election, accepted));
    expect(firstItem(view).elections[0]).toMatchObject({
      office: "1. Sprecher",
      elected: [{ acceptance: "accepted" }],
    });
    const [narrowed] = firstItem(publicVersion("minutes", view)).elections;
    expect(narrowed?.rounds.map(({ title }) => title)).toEqual(["1. Wahlgang", "Stichwahl", "Losentscheid"]);
    expect(JSON.stringify(narrowed)).not.toMatch(/Stimme 1|Stimme 3/);
  });

  it("give those elected their votes, as counted; who never answered is not elected", () => {
    const [opening, ...rest] = election;
    const ballot: CommitteeEvent = { ...rest[2], mode: "open" };
    const marked = (n: number, person: number): CommitteeEvent => {
      const vote = { kind: "candidates", marked: [voter(person)] } as const;
      return { type: "VoteCast", ballot: 1, seat: seat(n), person: voter(n), vote };
    };
    const abstained: CommitteeEvent = { ...marked(4, 2), vote: { kind: "abstain" } } as CommitteeEvent; // a vote of its own kind
    const counts = {
      yes: 0,
      no: 0,
      abstain: 1,
      invalid: 0,
      candidates: [
        { person: voter(1), votes: 1 },
        { person: voter(2), votes: 2 },
      ],
    };
    const events: readonly CommitteeEvent[] = [
      opening,
      rest[0],
      rest[1],
      ballot,
      marked(1, 1),
      marked(2, 2),
      marked(3, 2),
      abstained,
      { type: "BallotClosed", ballot: 1, counts, voted: 4, eligible: 4, members: 5 },
      { ...decided(1, "runoff"), elected: [voter(2)], next: "done", standing: [], open: 0 },
    ];
    const past = then(now, ...events);
    const votes = { votes: { number: 2, cast: 3 }, counts: [{ choice: "abstain", number: 1 }] };
    expect(firstItem(minutesAfter(past)).elections[0]?.elected).toMatchObject([{ acceptance: "pending", ...votes }]);
    const accepted = { type: "ElectionAccepted", election: 1, person: voter(2), from: day("2023-01-27") } as const;
    const published = firstItem(publicVersion("minutes", minutesAfter(then(now, ...events, accepted)))).elections[0];
    expect(published?.elected).toMatchObject([{ acceptance: "accepted", ...votes }]);
    expect(JSON.stringify(published)).not.toContain("Stimme 1");
    const ended = { type: "ElectionEnded", election: 1, reason: "Frau Stimme 1 drängt." } as const;
    const [over] = firstItem(minutesAfter(then(now, ...events, ended))).elections;
    expect(over?.elected).toMatchObject([{ acceptance: "declined" }]);
    expect(over?.rounds.at(-1)?.title).toBe("Ende der Wahl");
    const [public_] = firstItem(publicVersion("minutes", minutesAfter(then(now, ...events, ended)))).elections;
    expect(JSON.stringify(public_)).not.toMatch(/Stimme|Ende der Wahl/);
  });
});

describe("notes, tasks and corrections in the minutes", () => {
  it("keep order, grade and field, and leave the history to the report", () => {
    const note = (number: number, grade: "found" | "background" | "mentioned", text: string, field?: string) =>
      ({
        type: "NoteTaken",
        note: number,
        meeting: 1,
        item: 1,
        grade,
        text,
        internal: grade === "mentioned",
        ...(field === undefined ? {} : { field }),
      }) satisfies CommitteeEvent;
    const view = minutesAfter(
      then(
        now,
        note(1, "found", "es fehlt an Plätzen", "Ambulant"),
        note(2, "background", "Vorgeschichte"),
        note(3, "mentioned", "nur intern"),
      ),
    );
    expect(firstItem(view).statements.map(({ grade, text }) => [grade, text])).toEqual([
      ["found", "Ambulant: Es fehlt an Plätzen."],
      ["mentioned", "Nur intern."],
    ]);
    expect(firstItem(publicVersion("minutes", view)).statements).toHaveLength(1);
  });

  it.each([
    ["ergebnis", ["found", "mentioned"]],
    ["beschluss", ["found"]],
    ["verlauf", ["found", "mentioned"]],
  ] as const)("hold what was merely mentioned unless the minutes are of resolutions: %s", (kind, grades) => {
    const noted = { meeting: 1, item: 1, text: "Plätze fehlen", internal: false };
    const view = minutesAfter(
      then(
        now,
        {
          type: "RulesAdopted",
          rules: { title: "GO", profile: "ag78-standard", settings: { "protocol.kind": { value: kind } } },
        },
        { type: "NoteTaken", note: 1, grade: "found", ...noted },
        { type: "NoteTaken", note: 2, grade: "mentioned", ...noted },
      ),
    );
    expect(view.kind).toBe(kind);
    expect(firstItem(view).statements.map(({ grade }) => grade)).toEqual(grades);
  });

  it("name who said something, also in the public version, with no grade in front", () => {
    const said = (number: number, attribution: Attribution, text: string) =>
      ({
        type: "NoteTaken",
        note: number,
        meeting: 1,
        item: 1,
        grade: "mentioned",
        text,
        said: attribution,
        internal: false,
      }) satisfies CommitteeEvent;
    const view = minutesAfter(
      then(
        now,
        said(1, { manner: "verbatim", person: voter(2) }, "Jetzt geht es los."),
        said(2, { manner: "reported", name: "Frau Holm, Kreiselternrat" }, "es fehlen Plätze"),
      ),
    );
    const expected = [
      ["said", "„Jetzt geht es los“, so Herr Stimme 2 (Träger 2)."],
      ["said", "Frau Holm, Kreiselternrat, berichtete: Es fehlen Plätze."],
    ];
    expect(firstItem(view).statements.map(({ grade, text }) => [grade, text])).toEqual(expected);
    expect(firstItem(publicVersion("minutes", view)).statements.map(({ grade, text }) => [grade, text])).toEqual(
      expected,
    );
  });

  it("show tasks with owner and a vague date as typed", () => {
    const view = minutesAfter(
      then(now, {
        type: "TaskAssigned",
        task: 1,
        meeting: 1,
        item: 1,
        text: "Plätze zählen",
        owner: voter(2),
        dueText: "ab Mitte 2025",
      }),
    );
    expect(firstItem(view).tasks).toMatchObject([
      { text: "Plätze zählen (ab Mitte 2025)", owner: { person: { name: "Stimme 2" }, organization: "Träger 2" } },
    ]);
  });

  it("show an anonymous collection only after it was closed, without anybody's name", () => {
    const start: CommitteeEvent = {
      type: "AnonymousCollectionOpened",
      collection: 1,
      meeting: 1,
      item: 1,
      heading: "Sorgen",
    };
    const entry: CommitteeEvent = { type: "AnonymousEntryGiven", collection: 1 };
    expect(firstItem(minutesAfter(then(now, start, entry))).statements).toEqual([]);
    const end: CommitteeEvent = { type: "AnonymousCollectionClosed", collection: 1, entries: ["zu wenig Zeit"] };
    const [statement] = firstItem(minutesAfter(then(now, start, entry, end))).statements;
    expect(statement).toMatchObject({
      grade: "mentioned",
      text: "Anonym gesammelt – Sorgen",
      entries: [{ text: "zu wenig Zeit" }],
    });
  });

  it("leave a trace of what was taken back, internally", () => {
    const task: CommitteeEvent = { type: "TaskAssigned", task: 1, meeting: 1, item: 1, text: "Irrtum" };
    const past = then(now, task)(opened);
    const view = minutesView(
      then(now, { type: "EntryReverted", reverted: [past.state.version], label: "TaskAssigned" })(past).state,
      1,
      paperContext,
    );
    expect(firstItem(view).tasks).toEqual([]);
    expect(view.corrections).toMatchObject([
      { text: "Zurückgenommen: Aufgabe.", date: "2023-01-27", time: "10:15", by: "Frau Stimme 1 (Träger 1)" },
    ]);
    expect(publicVersion("minutes", view).corrections).toEqual([]);
  });

  it("collect what was entered outside of the agenda, and under an item struck since, at the end", () => {
    const outside: CommitteeEvent = { type: "TaskAssigned", task: 1, meeting: 1, text: "Raum buchen" };
    const struck: CommitteeEvent = { type: "AgendaItemRemoved", item: 1 };
    const under: CommitteeEvent = { type: "TaskAssigned", task: 2, meeting: 1, item: 1, text: "Schlüssel" };
    const view = minutesAfter(then(now, outside, under, struck));
    expect(view.items.map(({ title, tasks }) => [title, tasks.map(({ text }) => text)])).toEqual([
      ["Ohne Tagesordnungspunkt", ["Raum buchen", "Schlüssel"]],
    ]);
    expect(view.items[0]).not.toHaveProperty("number");
  });

  it("do not carry the field of a non-public item over to what comes after it", () => {
    const hidden = given([...smallCommittee(), ...openMeeting(4)])
      .when({ type: "AddAgendaItem", title: "Personal", public: false, deciding: true })
      .thenAccepted()
      .when({ type: "CallNextItem" })
      .thenAccepted()
      .when({ type: "OpenField", heading: "Vertraulich" })
      .thenAccepted()
      .when({ type: "AdjournAgendaItem", item: 1 })
      .thenAccepted()
      .when({ type: "TakeNote", grade: "found", text: "Es geht weiter", internal: false })
      .thenAccepted();
    const narrowed = publicVersion("minutes", minutesView(hidden.state, 1, paperContext));
    expect(JSON.stringify(narrowed)).not.toContain("Vertraulich");
    expect(JSON.stringify(narrowed)).toContain("Es geht weiter.");
  });
});
