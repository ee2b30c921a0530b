import { describe, expect, it } from "vitest";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import { addressOf, answer, answerDay, joinedLater, linkedTo, planned, sent } from "../support/answered-invitations.ts";
import type { Past } from "../support/fold.ts";
import { personKey } from "../support/keys.ts";
import { advisor, officePerson, substitute, voter } from "../support/small-committee.ts";
import { doing, live, summoned, telling, toActor, toEveryone } from "./telling.ts";

const base: Past = planned().and([sent(1), ...linkedTo(voter(1), voter(2), officePerson)]);
const letters = ({ replies }: { replies: readonly Reply[] }) => replies.filter(({ to }) => to.kind === "mail");
const toPerson = (told: Parameters<typeof summoned>[0], person: string) =>
  summoned(told)
    .filter(({ to }) => to.kind === "person" && to.person === person)
    .map(plainText)
    .join("\n");

type Noted = Extract<CommitteeEvent, { type: "MailNoted" }>;

const answered = (n: number, said: "accepted" | "declined", via: "chat" | "mail" = "chat"): CommitteeEvent => ({
  type: "AttendanceAnswered",
  meeting: 1,
  revision: 0,
  person: voter(n),
  answer: said,
  via,
});

describe("an answer", () => {
  it("is confirmed to the person alone; the rooms see only how it stands", () => {
    const told = doing(base, answer("accepted", { comment: "privates Wort" }), { by: voter(2) });
    expect(toEveryone(told)).toBe("");
    expect(toActor(told)).toContain("Sie haben zur Sitzung am Freitag, 24.02.2023, zugesagt.");
    const [message] = live(told);
    expect(message?.live).toBe("rueckmeldungen-1");
    expect(live(told).map(plainText).join()).toContain("Zugesagt: 1 von 5 Stimmen, nötig 3");
    expect(JSON.stringify(told.replies)).not.toContain("privates Wort");
  });

  it("by mail gets no mail back, and no message", () => {
    const told = telling(base, [answered(2, "accepted", "mail")], { by: voter(2) });
    expect(told.replies.filter(({ live: key }) => key === undefined)).toEqual([]);
    expect(live(told)).toHaveLength(1);
  });

  it("entered by the leadership is told to the person too", () => {
    const told = doing(base, answer("declined", { person: voter(2) }), { by: officePerson });
    expect(toActor(told)).toContain(
      "Eingetragen: Herr Stimme 2 (Träger 2) hat zur Sitzung am Freitag, 24.02.2023, abgesagt.",
    );
    expect(toPerson(told, voter(2))).toContain("Für Sie ist eingetragen, von Frau Amt:");
  });

  it("with a Vertretung asks that person by chat, without an account by mail, and says if there is neither", () => {
    const named = answer("declined", { substitute: substitute(1) });
    const byMail = doing(base, named, { by: voter(1) });
    expect(letters(byMail).map(({ letter }) => letter)).toMatchObject([
      { kind: "note", address: addressOf(substitute(1)) },
    ]);
    expect(toActor(byMail)).toContain("Ich frage dort nach");
    const linked = planned().and([sent(1), ...linkedTo(substitute(1))]);
    expect(toPerson(doing(linked, named, { by: voter(1) }), substitute(1))).toContain(
      "nennt Sie als Vertretung für Träger 1",
    );
    const unreached = planned().and([sent(1, { recipients: [{ person: voter(1) }] })]);
    expect(toActor(doing(unreached, named, { by: voter(1) }))).toContain("bitte sagen Sie selbst Bescheid");
  });

  it("asks the same Vertretung once", () => {
    const linked = planned().and([sent(1), ...linkedTo(substitute(1))]);
    const once = doing(linked, answer("declined", { substitute: substitute(1) }), { by: voter(1) });
    const again = doing(once.past, answer("declined", { comment: "krank" }), { by: voter(1) });
    expect(toPerson(again, substitute(1))).toBe("");
  });

  it("that turns the quorum to expect is told to the leadership, once for each turn", () => {
    const two = planned().and([sent(1), ...linkedTo(officePerson), answered(2, "accepted"), answered(3, "accepted")]);
    const reached = telling(two, [answered(4, "accepted")], { by: voter(4) });
    expect(toPerson(reached, officePerson)).toContain("wird nach den Zusagen beschlussfähig");
    expect(toPerson(telling(reached.past, [answered(5, "accepted")], { by: voter(5) }), officePerson)).toBe("");
    const lost = telling(reached.past, [answered(4, "declined")], { by: voter(4) });
    expect(toPerson(lost, officePerson)).toContain(
      "reichen die Zusagen zur Sitzung am Freitag, 24.02.2023, nicht mehr",
    );
    const hopeless = telling(lost.past, [answered(5, "declined"), answered(1, "declined")], { by: voter(5) });
    expect(toPerson(hopeless, officePerson)).toContain("wird nach den Absagen nicht beschlussfähig");
  });
});

describe("the message that is kept up to date", () => {
  it("ends with the opening or the cancellation, and begins anew when the meeting is moved", () => {
    const { past } = telling(base, [answered(1, "accepted")]);
    const opened = live(telling(past, [{ type: "MeetingOpened", meeting: 1, chairedBy: voter(1) }]));
    expect(opened.find((one) => one.live === "rueckmeldungen-1")?.over).toBe(true);
    const moved = live(telling(past, [{ type: "MeetingMoved", meeting: 1, appointment: { date: answerDay } }]));
    expect(moved.map(plainText).join()).toContain("Zugesagt: 0 von 5");
    expect(live(telling(base, [{ type: "MeetingCancelled", meeting: 1, reason: "x" }]))).toEqual([]);
  });
});

describe("a reminder", () => {
  it("goes by chat, without an account by mail, and says until when the answer is wanted", () => {
    const people = [voter(1), voter(3), advisor];
    const told = telling(base, [{ type: "AnswerRemindersSent", meeting: 1, revision: 0, reminder: "early", people }]);
    expect(toEveryone(told)).toBe("");
    expect(toPerson(told, voter(1))).toContain("Erbeten ist sie bis Freitag, 17.02.2023.");
    expect(letters(told).map(({ letter }) => letter?.address)).toEqual([addressOf(voter(3)), addressOf(advisor)]);
  });
});

describe("mail that somebody has to look at", () => {
  const noted = (more: Partial<Noted> = {}): Noted => ({
    type: "MailNoted",
    kind: "freeText",
    from: addressOf(voter(2)),
    subject: "AW: Einladung",
    text: "Meine Mutter ist krank.",
    meeting: 1,
    person: voter(2),
    ...more,
  });

  it("is told to the office by direct chat, and to nobody else, with what may be entered", () => {
    const told = telling(base, [noted()]);
    expect(told.replies.map(({ to }) => to)).toEqual([{ kind: "person", person: officePerson }]);
    const [only] = told.replies;
    expect(told.replies.map(plainText).join()).toContain("Text: „Meine Mutter ist krank.“");
    expect(only?.choices.map(({ command }) => command)).toEqual([
      "zusage 24.02.2023 für @stimme-2",
      "absage 24.02.2023 für @stimme-2",
    ]);
  });

  it("says what an answer says that was not recorded, and offers that alone", () => {
    const foreign = telling(base, [
      noted({ kind: "foreignSender", from: "fremd@example.com", answer: "declined", text: "" }),
    ]);
    const said = foreign.replies.map(plainText).join();
    expect(said).toContain(
      "auf die Einladung an Herrn Stimme 2 (Träger 2) kam von einer anderen Adresse: fremd@example.com.",
    );
    expect(said).toContain("Antwort: Absage.");
    expect(foreign.replies[0]?.choices.map(({ command }) => command)).toEqual(["absage 24.02.2023 für @stimme-2"]);
  });

  it("offers nothing where it is not clear what to enter", () => {
    for (const kind of ["unreadable", "tooLarge", "unknownMeeting", "notInvited", "oldDate", "delegated"] as const)
      expect(telling(base, [noted({ kind })]).replies[0]?.choices).toEqual([]);
  });

  it("offers each of those who share the address", () => {
    const { person: _, ...withoutPerson } = noted({ kind: "sharedAddress", answer: "accepted" });
    const shared = planned().and([
      sent(1),
      ...linkedTo(officePerson),
      joinedLater(personKey("neu"), addressOf(voter(2))),
    ]);
    const commands = telling(shared, [withoutPerson]).replies[0]?.choices.map(({ command }) => command);
    expect(commands).toEqual(["zusage 24.02.2023 für @stimme-2", "zusage 24.02.2023 für @neu"]);
  });
});
