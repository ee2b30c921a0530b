import { describe, expect, it } from "vitest";
import type { Command } from "../../src/core/committee/commands.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { entry } from "../../src/core/kernel/table.ts";
import { plainText } from "../../src/flows/reply.ts";
import type { Past } from "../support/fold.ts";
import { officeKey } from "../support/keys.ts";
import {
  calledItem,
  guest,
  officePerson,
  openMeeting,
  seat,
  smallCommittee,
  voter,
} from "../support/small-committee.ts";
import { doing, live, past, summoned, toActor, toEveryone } from "./telling.ts";

const vote = (choice: "yes" | "no" | "abstain", isPrivate = false): Command => ({
  type: "CastVote",
  vote: { kind: "question", choice },
  private: isPrivate,
});
const five = past([...smallCommittee(), ...openMeeting(5), ...calledItem("GO")]);
const moved = doing(five, { type: "MoveMotion", text: "Die GO wird beschlossen.", title: "GO" });

function ballot(before: Past, mode: "open" | "secret" | "rollCall" = "open") {
  return doing(before, { type: "OpenBallot", subject: { kind: "motion", motion: 1 }, mode });
}

function voted(before: Past, choices: readonly ("yes" | "no" | "abstain")[], isPrivate = false): Past {
  return choices.reduce(
    (so, choice, index) => doing(so, vote(choice, isPrivate), { by: voter(index + 1) }).past,
    before,
  );
}

describe("the meeting", () => {
  it("opens with who leads and asks everybody to check in", () => {
    const told = doing(past(smallCommittee()), { type: "OpenMeeting" });
    expect(toEveryone(told)).toBe(
      "Die 1. Sitzung ist eröffnet. Leitung: Frau Stimme 1 (Träger 1).\n" +
        "Bitte melden Sie sich mit „anwesend“. Erst dann zählt Ihre Stimme.\n" +
        "› anwesend\n› online dabei: anwesend online\n› tagesordnung",
    );
  });

  it("counts sittings held before the bot came", () => {
    const told = doing(past(smallCommittee({ description: { meetingsBefore: 6 } })), { type: "OpenMeeting" });
    expect(toEveryone(told)).toContain("Die 7. Sitzung ist eröffnet.");
  });

  it("confirms a check-in to the person alone and keeps one live message", () => {
    const told = doing(past([...smallCommittee(), ...openMeeting(0)]), checkIn(2), { by: voter(2) });
    expect(toEveryone(told)).toBe("");
    expect(toActor(told)).toBe("Sie sind als anwesend eingetragen und stimmen für Träger 2.");
    expect(live(told).map((one) => one.live)).toEqual(["attendance-1"]);
    expect(live(told).map(plainText).join()).toBe(
      "Anwesend: 1 von 5 Sitzen, 1 Person.\n" +
        "Nicht beschlussfähig: 1 Stimme, nötig sind 3 (GO schweigt, Standardregel).\n› anwesend",
    );
  });

  it("says of several entered at once who is entered, who was so already, and who has no vote", () => {
    const before = past([...smallCommittee(), ...openMeeting(1)]);
    const command: Command = {
      type: "RecordAttendance",
      people: [voter(1), voter(2), voter(3), guest],
      status: "present",
    };
    expect(toActor(doing(before, command))).toBe(
      "Eingetragen als anwesend: Herr Stimme 2 (Träger 2), Frau Stimme 3 (Träger 3) und Frau Gast.\n" +
        "Davon ohne Stimme: Frau Gast.\nSchon eingetragen: Frau Stimme 1 (Träger 1).",
    );
    expect(toActor(doing(before, { ...command, people: [voter(1), voter(2)] }))).toBe(
      "Eingetragen als anwesend: Herr Stimme 2 (Träger 2).\nSchon eingetragen: Frau Stimme 1 (Träger 1).",
    );
  });

  it("says when the quorum is there", () => {
    const told = doing(past([...smallCommittee(), ...openMeeting(2)]), checkIn(3), { by: voter(3) });
    expect(toEveryone(told)).toContain("Die AG ist beschlussfähig (3 von 5 Stimmen anwesend, nötig sind 3;");
  });

  it("warns when the quorum is lost, by whom, and says what is still possible", () => {
    const before = past([...smallCommittee(), ...openMeeting(3)]);
    const told = doing(before, { type: "RecordAttendance", people: [voter(3)], status: "left" }, { by: voter(3) });
    expect(toEveryone(told)).toBe(
      "Achtung: Die AG ist nicht mehr beschlussfähig (2 von 5 Stimmen anwesend, nötig sind 3; GO schweigt, Standardregel)" +
        ", seit Frau Stimme 3 (Träger 3) gegangen ist.\nBeraten ist möglich, beschließen nicht.",
    );
  });

  it("does not warn while it is still quorate", () => {
    const told = doing(five, { type: "RecordAttendance", people: [voter(3)], status: "left" }, { by: voter(3) });
    expect(toEveryone(told)).toBe("");
  });

  it("tells a new meeting and its standing items as one message", () => {
    const told = doing(past(smallCommittee()), {
      type: "ScheduleMeeting",
      appointment: { date: entry(five.state.meetings.meetings, 1)?.appointment.date ?? never() },
    });
    expect(toEveryone(told)).toBe(
      "Sitzung angesetzt: Freitag, 27.01.2023.\nZu laden ist bis Donnerstag, 12.01.2023 (Zugang; 14 volle Tage, GO schweigt, Standardregel).\nAchtung: Dieser Tag ist vorbei, die Frist ist ein Muss. Wer rechtzeitig rügt, verhindert Beschlüsse. Kürzer geht es nur dringend, mit Begründung: „ladung verschickt dringend: …“. Sonst hilft ein späterer Tag.\nPunkte für die Tagesordnung: top vorschlagen „…“.\n› tagesordnung",
    );
  });
});

describe("votes", () => {
  it("are confirmed to the voter alone; the room sees one live message without choices", () => {
    const opened = ballot(moved.past);
    const told = doing(opened.past, vote("no"), { by: voter(2) });
    expect(toEveryone(told)).toBe("");
    expect(toActor(told)).toBe("Ihre Stimme für Träger 2: Nein. Bis zum Schluss der Abstimmung können Sie sie ändern.");
    const changed = doing(told.past, vote("abstain"), { by: voter(2) });
    expect(toActor(changed)).toBe("Ihre Stimme für Träger 2 ist geändert: Enthaltung statt Nein.");
    const [message, ...others] = live(told);
    expect(others).toEqual([]);
    expect(message?.live).toBe("ballot-1");
    const text = message === undefined ? "" : plainText(message);
    expect(text).toBe("Antrag 1 „GO“\nAbgestimmt: 1 von 5 Stimmen.\n› Ja: ja\n› Nein: nein\n› Enthaltung: enthaltung");
  });

  it("say that the result stands, as long as nobody changes a vote", () => {
    const told = doing(voted(ballot(moved.past).past, ["yes", "yes"]), vote("yes"), { by: voter(3) });
    expect(live(told).map(plainText).join()).toContain("Das Ergebnis steht fest (angenommen), solange niemand");
    const one = doing(ballot(moved.past).past, vote("yes"), { by: voter(1) });
    expect(live(one).map(plainText).join()).not.toContain("steht fest");
  });

  it("end in a result with arithmetic and source, told once", () => {
    const told = doing(voted(ballot(moved.past).past, ["yes", "yes", "yes", "no", "abstain"]), { type: "CloseBallot" });
    expect(toEveryone(told)).toBe(
      "Angenommen: 3 Ja, 1 Nein, 1 Enthaltung. Einfache Mehrheit der abgegebenen Stimmen, Enthaltungen zählen nicht: 3 > 1 " +
        "(GO schweigt, Standardregel).\nAntrag 1 „GO“ ist beschlossen. Beschluss 2023-1.\n› weiter",
    );
    expect(live(told).map(plainText).join()).toContain("Die Abstimmung ist geschlossen");
    expect(live(told)[0]?.over).toBe(true);
  });

  it("by roll call are read out by seat at the end", () => {
    const told = doing(voted(ballot(moved.past, "rollCall").past, ["yes", "yes", "no"]), { type: "CloseBallot" });
    expect(toEveryone(told)).toContain("Namentlich haben gestimmt:\n• Träger 1: Ja\n• Träger 2: Ja\n• Träger 3: Nein");
  });

  it("found by the chair carry no number that was not counted", () => {
    const told = doing(moved.past, {
      type: "DeclareResult",
      motion: 1,
      outcome: "carried",
      unanimous: true,
      withAmendments: true,
    });
    expect(toEveryone(told)).toContain("Antrag 1 „GO“ ist einstimmig mit Änderungen beschlossen. Beschluss 2023-1.");
    expect(toEveryone(told)).toContain("ohne Auszählung");
    expect(toEveryone(told)).not.toMatch(/\d Ja/);
  });

  it("mean nothing is decided when the votes are equal and the ballot was rejected", () => {
    const told = doing(voted(ballot(moved.past).past, ["yes", "no"]), { type: "CloseBallot" });
    expect(toEveryone(told)).toContain("Abgelehnt bei Stimmengleichheit");
    expect(toEveryone(told)).toContain("Antrag 1 „GO“ ist abgelehnt.");
  });
});

describe("secret votes", () => {
  it("begin with a candid statement, once a meeting, and a ballot paper for everybody here", () => {
    const told = ballot(moved.past, "secret");
    expect(toEveryone(told)).toContain("Das schützt:");
    expect(toEveryone(told)).toContain("Davor schützt es nicht:");
    expect(told.replies.find((one) => one.to.kind === "everyone" && one.live === undefined)?.choices).toEqual([]);
    expect(summoned(told)).toHaveLength(5);
    expect(summoned(told)[0]?.choices.map((choice) => choice.command)).toEqual(["ja", "nein", "enthaltung"]);
    expect(summoned(told)[0]?.attention).toBe(true);
    const cancelled = doing(told.past, { type: "CancelBallot", reason: "Wortlaut unklar" });
    expect(toEveryone(ballot(cancelled.past, "secret"))).not.toContain("Das schützt:");
  });

  it("never show what was voted, to nobody", () => {
    const opened = ballot(moved.past, "secret").past;
    for (const choice of ["yes", "no", "abstain"] as const) {
      const told = doing(opened, vote(choice, true), { by: voter(2), inRoom: false });
      const texts = told.replies.map(plainText).map((text) => text.replaceAll(/^›.*$/gm, ""));
      expect(texts.join()).not.toMatch(/\b(Ja|Nein|Enthaltung)\b/i);
      expect(toActor(told)).toContain("Die Stimme für Träger 2 liegt verschlossen in der Urne.");
    }
  });

  it("hide the turnout below five votes", () => {
    const four = voted(ballot(moved.past, "secret").past, ["yes", "yes", "yes"], true);
    const fourth = doing(four, vote("yes", true), { by: voter(4), inRoom: false });
    expect(live(fourth).map(plainText).join()).toContain("erst ab 5 Stimmen");
    expect(live(fourth).map(plainText).join()).not.toContain("Abgestimmt");
    const fifth = doing(fourth.past, vote("yes", true), { by: voter(5), inRoom: false });
    expect(live(fifth).map(plainText).join()).toContain("Abgestimmt: 5 von 5 Stimmen.");
  });

  it("say candidly behind the result when so few have voted that it gives them away", () => {
    const sentence = "Bei so wenigen Stimmen ist erkennbar, wie einzelne gestimmt haben.";
    const opened = ballot(moved.past, "secret");
    expect(toEveryone(opened)).toContain("stimmen nur wenige, ist erkennbar, wie einzelne gestimmt haben");
    const four = voted(opened.past, ["yes", "yes", "no", "yes"], true);
    const secretVotes = (["yes", "yes", "no", "yes", "yes"] as const).map((choice) => ({
      kind: "question" as const,
      choice,
    }));
    const told = doing(four, { type: "CloseBallot", secretVotes: secretVotes.slice(0, 4) });
    expect(toEveryone(told)).toContain(`Beschluss 2023-1.\n${sentence}`);
    const five = doing(four, vote("yes", true), { by: voter(5), inRoom: false });
    expect(toEveryone(doing(five.past, { type: "CloseBallot", secretVotes }))).not.toContain(sentence);
    const open = voted(ballot(moved.past).past, ["yes", "yes"]);
    expect(toEveryone(doing(open, { type: "CloseBallot" }))).not.toContain(sentence);
  });

  it("belong to their ballot, so that an old ballot paper can be told from a current one", () => {
    const opened = ballot(moved.past, "secret");
    expect(new Set(summoned(opened).map(({ about }) => about))).toEqual(new Set(live(opened).map((one) => one.live)));
  });

  it("say when enough have demanded them", () => {
    const told = doing(ballot(moved.past).past, { type: "DemandSecrecy" }, { by: voter(2) });
    expect(toEveryone(told)).toContain("Es wird geheim abgestimmt");
    expect(toEveryone(told)).toContain("Gestimmt wird im Direktchat");
    expect(toEveryone(told)).not.toContain("abgebrochen");
  });
});

describe("elections", () => {
  const elect = (office: string): Command => ({ type: "OpenElection", office: officeKey(office), secret: false });
  const nominate = (person: PersonId): Command => ({ type: "Nominate", person });
  const declared = () => {
    const opened = doing(five, elect("sprecher-2"));
    const first = doing(opened.past, nominate(voter(2)));
    const second = doing(first.past, nominate(voter(3)));
    return doing(second.past, { type: "DeclareElected", people: [voter(2), voter(3)], unanimous: true });
  };

  it("list who stands", () => {
    const opened = doing(five, elect("sprecher-1"));
    expect(toEveryone(opened)).toContain("Wahl eröffnet: 1. Sprecher*in.");
    const told = doing(opened.past, nominate(voter(2)));
    expect(toEveryone(told)).toContain("Herr Stimme 2 (Träger 2) ist vorgeschlagen (von Frau Stimme 1 (Träger 1)).");
    expect(toEveryone(told)).toContain("Zur Wahl steht: Herr Stimme 2 (Träger 2).");
  });

  it("ask those elected, and give the office only with the acceptance", () => {
    const told = declared();
    expect(toEveryone(told)).toContain(
      "Gewählt sind einstimmig Herr Stimme 2 (Träger 2) und Frau Stimme 3 (Träger 3).",
    );
    expect(toEveryone(told)).toContain("Das Amt ist erst mit der Annahme besetzt.");
    expect(summoned(told).map((one) => one.to)).toEqual([
      { kind: "person", person: voter(2) },
      { kind: "person", person: voter(3) },
    ]);
    expect(summoned(told)[0]?.choices.map((choice) => choice.command)).toEqual(["annehmen", "ablehnen"]);
    const ended = doing(told.past, { type: "EndElection", reason: "Vertagt." });
    expect(toEveryone(ended)).toContain(
      "Herr Stimme 2 (Träger 2) hat nicht angenommen und ist damit nicht gewählt.\nFrau Stimme 3 (Träger 3) hat nicht",
    );
    const accepted = doing(told.past, { type: "AnswerElection", accepts: true }, { by: voter(2) });
    expect(toEveryone(accepted)).toContain(
      "Herr Stimme 2 (Träger 2) nimmt die Wahl an und hat jetzt das Amt: 2. Sprecher*in.",
    );
    const declined = doing(accepted.past, { type: "AnswerElection", accepts: false }, { by: voter(3) });
    expect(toEveryone(declined)).toContain("1 Platz ist noch offen.");
  });

  it("tell a round with its numbers, and what comes next", () => {
    const opened = doing(five, elect("sprecher-1"));
    const both = doing(doing(opened.past, nominate(voter(2))).past, nominate(voter(3)));
    const round = doing(both.past, { type: "OpenElectionRound", mode: "open" });
    expect(toEveryone(round)).toContain("1. Herr Stimme 2 (Träger 2)\n2. Frau Stimme 3 (Träger 3)");
    expect(toEveryone(round)).toContain("› Herr Stimme 2 (Träger 2): stimme 1");
    const marks = [2, 2, 2, 3].reduce(
      (so, marked, index) =>
        doing(
          so,
          { type: "CastVote", vote: { kind: "candidates", marked: [voter(marked)] }, private: false },
          {
            by: voter(index + 1),
          },
        ).past,
      round.past,
    );
    const told = doing(marks, { type: "CloseBallot" });
    expect(toEveryone(told)).toContain("Gewählt ist Herr Stimme 2 (Träger 2).");
    expect(toEveryone(told)).toContain("Herr Stimme 2 (Träger 2) 3, Frau Stimme 3 (Träger 3) 1; nötig sind 3 Stimmen");
    expect(summoned(told)).toHaveLength(1);
  });
});

describe("an election that ends in a tie", () => {
  const round = (so: Past, marked: readonly number[]) => {
    const opened = doing(so, { type: "OpenElectionRound", mode: "open" });
    const cast = marked.reduce(
      (before, n, index) =>
        doing(
          before,
          { type: "CastVote", vote: { kind: "candidates", marked: [voter(n)] }, private: false },
          {
            by: voter(index + 1),
          },
        ).past,
      opened.past,
    );
    return doing(cast, { type: "CloseBallot" });
  };
  const opened = doing(five, { type: "OpenElection", office: officeKey("sprecher-1"), secret: false });
  const standing = [2, 3].reduce((so, n) => doing(so, { type: "Nominate", person: voter(n) }).past, opened.past);

  it("says who goes to the run-off, then that the lot decides, and how it fell", () => {
    const first = round(standing, [2, 2, 3, 3]);
    expect(toEveryone(first)).toContain("In die Stichwahl gehen Herr Stimme 2");
    expect(toEveryone(first)).toContain("› wahlgang");
    expect(summoned(first)).toEqual([]);
    const second = round(first.past, [2, 2, 3, 3]);
    expect(toEveryone(second)).toContain("Es entscheidet das Los");
    expect(toEveryone(second)).toContain("„los zeuge NAME“");
    const lot = doing(second.past, { type: "DrawLot", witnesses: [voter(4)], chance: 42 });
    expect(toEveryone(lot)).toContain("Im Los waren Herr Stimme 2 (Träger 2) und Frau Stimme 3 (Träger 3).");
    expect(toEveryone(lot)).toContain("Zeugnis: Herr Stimme 4 (Träger 4).");
    expect(toEveryone(lot)).toContain("Gezogene Zahl: 42.");
    expect(toEveryone(lot)).toContain("Das Amt ist erst mit der Annahme besetzt.");
    expect(summoned(lot)).toHaveLength(1);
  });
});

describe("notes", () => {
  const note = (grade: "agreed" | "mentioned", internal = false): Command => ({
    type: "TakeNote",
    grade,
    text: "Wir treffen uns monatlich.",
    internal,
  });

  it("that bind are read back to all", () => {
    expect(toEveryone(doing(five, note("agreed")))).toBe("Vereinbart: Wir treffen uns monatlich.");
  });

  it("that were merely said, and internal ones, are confirmed quietly", () => {
    for (const command of [note("mentioned"), note("agreed", true)]) {
      const told = doing(five, command);
      expect(toEveryone(told)).toBe("");
      expect(told.replies.map(plainText).join()).not.toContain("monatlich");
      expect(toActor(told)).toContain("Notiert (");
    }
  });

  it("with dates are read back with the weekday", () => {
    const told = doing(five, {
      type: "AgreeDate",
      kind: "workshop",
      title: "Fachaustausch",
      appointment: { date: entry(five.state.meetings.meetings, 1)?.appointment.date ?? never() },
    });
    expect(toEveryone(told)).toBe("Vereinbarter Termin: Fachaustausch, Freitag, 27.01.2023.");
  });

  it("taken back are named", () => {
    const noted = doing(five, note("agreed"), { by: officePerson });
    const told = doing(noted.past, { type: "RevertLast" }, { by: officePerson });
    expect(toEveryone(told)).toBe("Zurückgenommen: Notiz. Der Vorgang bleibt im internen Protokoll sichtbar.");
  });
});

describe("the speakers' list", () => {
  it("is one live message; the person hears its place, and when it is its turn", () => {
    const asked = doing(five, { type: "RequestToSpeak" }, { by: voter(2) });
    expect(toEveryone(asked)).toBe("");
    expect(toActor(asked)).toContain("Sie stehen auf der Redeliste, Platz 1.");
    expect(live(asked).map((one) => one.live)).toEqual(["speakers-1-1"]);
    const called = doing(asked.past, { type: "CallNextSpeaker" });
    expect(summoned(called).map(plainText)).toEqual([
      "Sie haben das Wort.\nRedezeit 3 Minuten (GO schweigt, Standardregel).",
    ]);
    expect(live(called).map(plainText).join()).toContain("Es spricht: Herr Stimme 2 (Träger 2).");
  });
});

describe("who hears what", () => {
  it("tells a person who acts by direct chat there too what all were told", () => {
    const told = doing(five, { type: "DeclareConflict" }, { by: voter(2), inRoom: false });
    expect(toActor(told)).toContain("Träger 2 ist bei diesem Punkt befangen");
    expect(toEveryone(told)).toContain("Träger 2 ist bei diesem Punkt befangen");
  });

  it("tells a code in clear to the actor alone", () => {
    const command: Command = {
      type: "IssueLinkCode",
      person: voter(2),
      codeHash: "hash",
      validUntil: entry(five.state.meetings.meetings, 1)?.appointment.date ?? never(),
    };
    const told = doing(five, command, { by: officePerson, inRoom: false, linkCode: "K7QF2-M9XRA" });
    expect(told.replies).toHaveLength(1);
    expect(toActor(told)).toContain("K7QF2-M9XRA");
  });

  it("says nothing a store could not keep: every reply is plain JSON", () => {
    const told = ballot(moved.past, "secret");
    expect(JSON.parse(JSON.stringify(told.replies))).toEqual(told.replies);
  });
});

function checkIn(n: number): Command {
  return { type: "RecordAttendance", people: [voter(n)], status: "present", seat: seat(n) };
}

function never(): never {
  throw new Error("there is no meeting");
}
