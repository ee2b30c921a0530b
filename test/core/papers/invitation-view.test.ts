import { describe, expect, it } from "vitest";
import { VIEW_SCHEMAS } from "../../../src/adapters/documents/view-schemas.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { invitationView } from "../../../src/core/papers/invitation-view.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { invitedCommittee, reached } from "../../support/invited-committee.ts";
import { day, instant, time } from "../../support/keys.ts";
import { paperContext } from "../../support/paper-context.ts";
import { smallCommittee } from "../../support/small-committee.ts";

const draft = { type: "DraftInvitation", afresh: false, links: [], papers: [] } as const;
const send = { type: "SendInvitation", urgent: false, otherwise: [] } as const;

function view(past: GivenCommittee, edition?: number) {
  const meeting = entry(past.state.meetings.meetings, 1);
  if (meeting === undefined) throw new Error("no meeting");
  const made = invitationView(past.state, meeting, edition === undefined ? {} : { edition }, paperContext);
  expect(VIEW_SCHEMAS.invitation.parse(made)).toEqual(made);
  return made;
}

const rules = {
  "membership.proxy": { value: "namedDeputy", paragraph: "§ 3 Abs. 2" },
  "agenda.proposals": { value: { n: 7, count: "nthDayBefore" }, paragraph: "§ 4 Abs. 3" },
};
const planning = () =>
  given([...smallCommittee({ rules }), ...invitedCommittee().slice(smallCommittee().length), reached]);
const words = {
  ...draft,
  note: "Bitte Zahlen mitbringen.",
  links: ["https://kreis.example/ag78"],
  papers: ["Bericht.pdf"],
};

describe("the paper of an invitation", () => {
  const drafted = planning().when(words).thenAccepted();

  it("shows the draft, with the hints and their paragraphs", () => {
    expect(view(drafted)).toEqual({
      head: {
        committee: "AG 78 Hilfen zur Erziehung",
        body: "AG 78 Hilfen zur Erziehung",
        version: "public",
        asOf: paperContext.now,
        asOfDate: paperContext.today,
      },
      kind: "invitation",
      isDraft: true,
      meeting: { number: 1, date: "2023-02-17", begin: "09:00", end: "12:00", place: "Kreishaus" },
      items: [
        { title: "Begrüßung", isPublic: true, isDeciding: false, isLate: false },
        { title: "Bericht", isPublic: true, isDeciding: true, isLate: false },
      ],
      note: "Bitte Zahlen mitbringen.",
      papers: ["Bericht.pdf"],
      links: [{ text: "https://kreis.example/ag78", url: "https://kreis.example/ag78" }],
      hints: [
        "Bitte verständigen Sie bei Verhinderung Ihre Stellvertretung (§ 3 Abs. 2 GO).",
        "Vorschläge zur Tagesordnung sind bis Freitag, 10.02.2023 möglich (§ 4 Abs. 3 GO).",
      ],
      answerBy: "2023-02-10",
      howToAnswer: paperContext.wording.invitation.howToAnswer,
      invitedBy: { salutation: "Frau", name: "Amt" },
    });
  });

  it("shows an edition as it was sent, as of that instant, whatever came after", () => {
    const sent = drafted.when(send, { now: instant("2023-01-28T23:30:00.000Z") }).thenAccepted();
    const before = view(sent, 1);
    expect(before.head).toMatchObject({ asOf: "2023-01-28T23:30:00.000Z", asOfDate: "2023-01-29" });
    expect(before).toMatchObject({ kind: "invitation", isDraft: false });
    const later: readonly CommitteeEvent[] = [
      { type: "AgendaItemRemoved", item: 2 },
      {
        type: "MeetingMoved",
        meeting: 1,
        appointment: { date: day("2023-03-03"), from: time("10:00") },
        place: "Rathaus",
      },
    ];
    const moved = sent.and(later);
    expect(view(moved, 1)).toEqual(before);
    const again = moved.when(draft).thenAccepted().when(send).thenAccepted();
    expect(view(again, 2)).toMatchObject({
      kind: "update",
      meeting: { date: "2023-03-03", begin: "10:00", place: "Rathaus" },
      movedFrom: { date: "2023-02-17", begin: "09:00", end: "12:00" },
      items: [{ title: "Begrüßung" }],
    });
  });

  it("says of a cancelled meeting when it was to be, and why it is not", () => {
    const sent = drafted.when(send).thenAccepted();
    const [edition] = sent.state.invitations.get(1)?.editions ?? [];
    if (edition === undefined) throw new Error("not sent");
    const { text, recipients } = edition;
    const cancelled = sent.and([
      {
        type: "InvitationSent",
        meeting: 1,
        edition: 2,
        kind: "cancellation",
        sequence: 1,
        revision: 0,
        text,
        recipients,
        reason: "Krank",
      },
    ]);
    const made = view(cancelled, 2);
    expect(made).toMatchObject({ kind: "cancellation", reason: "Krank", items: [], papers: [], links: [], hints: [] });
    for (const field of ["answerBy", "howToAnswer", "note"]) expect(made).not.toHaveProperty(field);
  });

  it("tells that the time for proposals is over, once it is", () => {
    const late = planning()
      .when(draft, { today: day("2023-02-01") })
      .thenAccepted();
    const meeting = entry(late.state.meetings.meetings, 1);
    if (meeting === undefined) throw new Error("no meeting");
    const after = { ...paperContext, now: instant("2023-02-11T08:00:00.000Z") };
    expect(invitationView(late.state, meeting, {}, after).hints[1]).toBe(
      "Vorschläge zur Tagesordnung waren bis Freitag, 10.02.2023 möglich (§ 4 Abs. 3 GO); spätere sind als solche gekennzeichnet.",
    );
  });

  it("has the hint that a repeated meeting needs", () => {
    const repeated = given([
      ...smallCommittee(),
      { type: "MeetingScheduled", meeting: 1, appointment: { date: day("2023-02-17") }, repeatOf: 1, notice: true },
    ]);
    const made = view(repeated.when(draft).thenAccepted());
    expect(made.repeatOf).toBe("2023-02-17");
    expect(made.hints[1]).toMatch(
      /^Wiederholungssitzung: Über die wegen Beschlussunfähigkeit zurückgestellten Punkte wird ohne Rücksicht/,
    );
  });

  it("is a fault for an edition that was never sent", () => {
    expect(() => view(drafted, 1)).toThrow("no edition 1");
  });
});
