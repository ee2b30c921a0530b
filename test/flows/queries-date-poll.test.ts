import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import { replyToQuery } from "../../src/flows/queries-reply.ts";
import { plainText } from "../../src/flows/reply.ts";
import { answered, asking, founded, opening, threeOptions } from "../support/date-polls.ts";
import type { Past } from "../support/fold.ts";
import { guest, meetingDay, officePerson, onMeetingDay, substitute, voter } from "../support/small-committee.ts";
import { message, room } from "./conversation.ts";

type Where = { readonly poll?: number; readonly more?: Partial<Incoming> };

/** By direct chat, unless told otherwise. */
function asked({ state }: Past, person: PersonId, { poll, more = {} }: Where = {}): string {
  const names = namesOf(state, meetingDay, localOf);
  const incoming = { ...message("terminumfrage"), ...more };
  const query = { kind: "datePoll", ...(poll === undefined ? {} : { poll }) } as const;
  return plainText(replyToQuery(query, { state, incoming, person, ...onMeetingDay, names, waiting: 0, alarms: [] }));
}

const some = answered(asking(), [
  [voter(2), "yes", "ifNeedBe"],
  [guest, "no"],
]);

describe("the question for date polls", () => {
  it("shows ranking, seats and who is missing, and asks for the next option alone", () => {
    const text = asked(some, voter(2));
    expect(text).toContain("Ihre Antworten: 1 Ja, 2 zur Not, 3 offen.");
    expect(text).toContain("Geantwortet haben 1 von 5 Sitzen. Vorn liegt Termin 1.");
    expect(text).toContain("• Platz 1: Termin 1, Freitag, 17.02.2023, 9–12 Uhr: 1 Ja, 0 zur Not, 0 Nein, 4 offen.");
    expect(text).toContain("Antworten je Sitz (Nummer des Termins):\n• Träger 2: 1 Ja, 2 zur Not, 3 offen\n");
    expect(text).toContain("Ohne Stimme:\n• Frau Gast: 1 Nein, 2 offen, 3 offen\n");
    expect(text).toContain("Noch keine Antwort von:\n• Träger 1 (Frau Stimme 1 oder Frau Vertretung 1)\n• Träger 3");
    expect(text).toContain(
      "Können Sie?\n› Termin 3: Ja: umfrage 1 termin 3 ja\n› Termin 3: zur Not: umfrage 1 termin 3 zur not\n› Termin 3: Nein: umfrage 1 termin 3 nein",
    );
  });

  it("shows a room nobody's own answers, but the one who clicks there", () => {
    const inRoom = asked(some, voter(2), { more: { room } });
    expect(inRoom).not.toContain("Ihre Antworten");
    expect(inRoom).toContain("› Einzeln antworten: terminumfrage 1");
    expect(asked(some, voter(2), { more: { room, isClick: true } })).toContain("Ihre Antworten: 1 Ja");
  });

  it("offers the dates to whoever leads, once it has answered or the poll is over", () => {
    expect(asked(some, officePerson)).not.toContain("festlegen");
    const complete = answered(some, [[officePerson, "yes", "yes", "no"]]);
    expect(asked(complete, officePerson)).toContain("› Termin 1 festlegen: umfrage 1 termin festlegen 1");
    const over = some.and([{ type: "DatePollEnded", poll: 1 }]);
    expect(asked(over, officePerson)).toContain("› Termin 1 festlegen: umfrage 1 termin festlegen 1");
    expect(asked(over, voter(2))).not.toContain("›");
  });

  it("shows several in short, old ones at the end, and says what does not exist", () => {
    expect(asked(founded(), voter(2))).toBe("Es läuft keine Terminumfrage, und es gab noch keine.");
    const two = some.when(opening({ options: threeOptions.slice(1), title: "Klausur" })).thenAccepted();
    expect(asked(two, voter(2))).toBe(
      [
        "• Terminumfrage 1 läuft bis Montag, 06.02.2023, 24 Uhr. Geantwortet haben 1 von 5 Sitzen. Vorn liegt Termin 1.",
        "• Terminumfrage 2 „Klausur“ läuft bis Montag, 06.02.2023, 24 Uhr. Geantwortet haben 0 von 5 Sitzen.",
        "› terminumfrage 1",
        "› terminumfrage 2",
      ].join("\n"),
    );
    const settled = two
      .when({ type: "SettleDatePoll", poll: 2, option: 1 })
      .thenAccepted()
      .when({ type: "CancelDatePoll", poll: 1, reason: "Erledigt." })
      .thenAccepted();
    expect(asked(settled, voter(2))).toBe(
      [
        "Es läuft keine Terminumfrage.",
        "Abgeschlossen:",
        "• Terminumfrage 1 ist abgebrochen: Erledigt.",
        "• Terminumfrage 2 „Klausur“: Festgelegt ist Termin 1, Dienstag, 21.02.2023.",
      ].join("\n"),
    );
    expect(asked(settled, voter(2), { poll: 1 })).toBe("Terminumfrage 1 ist abgebrochen: Erledigt.");
    expect(asked(settled, voter(2), { poll: 7 })).toContain("Eine Terminumfrage 7 gibt es nicht.");
  });

  it("does not miss a seat whose substitute has answered", () => {
    const before = answered(asking(), [[substitute(1), "yes"]]);
    expect(asked(before, guest)).not.toContain("• Träger 1 (");
    expect(asked(before, guest)).toContain("• Träger 1: 1 Ja, 2 offen, 3 offen");
  });
});
