import { localOf } from "../../src/adapters/clock/zone-time.ts";
import { germanDates } from "../../src/adapters/dates/german-dates.ts";
import { readRulesChange } from "../../src/config/rules-change.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { CommitteeState } from "../../src/core/committee/state.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { OrganizationRecord, PersonRecord } from "../../src/core/membership/events.ts";
import type { Dialog } from "../../src/flows/dialog.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { type Interpreted, interpret } from "../../src/flows/interpret.ts";
import type { InterpretPorts } from "../../src/flows/parameters/acceptor.ts";
import { plainText } from "../../src/flows/reply.ts";
import { stateAfter } from "../support/fold.ts";
import { accountKey, instant, officeKey, organizationKey, personKey, roomKey, seatKey } from "../support/keys.ts";
import { arrived, memberSince, openMeeting, smallCommittee } from "../support/small-committee.ts";

/** Friday, 27.01.2023, 9 o'clock in Berlin. */
export const now = instant("2023-01-27T08:00:00.000Z");
export const room = roomKey("console:jugendamt");
export const lindner = personKey("lindner");
export const jansen = personKey("jansen");
export const neeth = personKey("neeth");

/** Chance and codes that a test can foresee. */
export const ports: InterpretPorts = {
  dates: germanDates,
  localOf,
  chance: () => 42,
  readRulesChange,
  newLinkCode: () => ({ code: "K7QF2-M9XRA", codeHash: "hash" }),
  newFeedSecret: () => ({ secret: "geheim", hash: "hash" }),
  hasPaper: () => true,
  feedBase: "https://ag78.example.org",
};

const organizations: readonly Pick<OrganizationRecord, "name" | "shortName">[] = [
  { name: "Regenbogen e. V.", shortName: "Regenbogen" },
  { name: "Deutscher Kinderschutzbund", shortName: "Kinderschutzbund" },
  { name: "Pflege und Heim gGmbH" },
];

const people: readonly PersonRecord[] = [
  member("lindner", "Herr", "Lindner", "regenbogen", "voting"),
  member("jansen", "Frau", "Jansen", "kinderschutzbund", "voting"),
  member("neeth", "Frau", "Neeth", "kinderschutzbund", "substitute"),
  member("mueller-regenbogen", "Frau", "Müller", "regenbogen", "substitute"),
  member("mueller-pflege", "Herr", "Müller", "pflege", "voting"),
];

function member(
  key: string,
  salutation: "Herr" | "Frau",
  name: string,
  from: string,
  role: "voting" | "substitute",
): PersonRecord {
  return {
    person: personKey(key),
    salutation,
    name,
    role,
    organization: organizationKey(from),
    seat: seatKey(from),
  };
}

/** The small committee, joined by some people of Segeberg. */
export const founded: readonly CommitteeEvent[] = [
  ...smallCommittee(),
  ...organizations.map((one, index): CommitteeEvent => {
    const key = ["regenbogen", "kinderschutzbund", "pflege"][index] ?? "";
    return {
      type: "OrganizationJoined",
      record: { organization: organizationKey(key), kind: "free", seats: 1, ...one },
      from: memberSince,
    };
  }),
  ...people.map((record): CommitteeEvent => ({ type: "PersonJoined", record, from: memberSince })),
  { type: "RoomBound", record: { room, name: "Jugendamt" } },
  { type: "RoomBound", record: { room: roomKey("console:traeger"), name: "Träger" } },
];

/** A meeting with five items, a motion with an amendment, and an election with two candidates. */
export const whileMeeting: readonly CommitteeEvent[] = [
  ...founded,
  ...openMeeting(5),
  arrived(2),
  { type: "AttendanceRecorded", person: lindner, status: "present", seat: seatKey("regenbogen"), late: false },
  { type: "AttendanceRecorded", person: jansen, status: "present", seat: seatKey("kinderschutzbund"), late: false },
  ...["Begrüßung", "Geschäftsordnung", "Wahlen", "Bericht", "Verschiedenes"].map(
    (title, index): CommitteeEvent => ({
      type: "AgendaItemAdded",
      item: index + 1,
      meeting: 1,
      content: { title, public: true, deciding: true },
    }),
  ),
  { type: "AgendaItemCalled", item: 1 },
  {
    type: "MotionMoved",
    motion: 1,
    meeting: 1,
    item: 1,
    title: "GO",
    text: "Die GO wird beschlossen.",
    mover: lindner,
  },
  { type: "AmendmentMoved", amendment: 1, motion: 1, text: "§ 5 entfällt.", mover: jansen },
  {
    type: "ElectionOpened",
    election: 1,
    meeting: 1,
    office: officeKey("sprecher-1"),
    title: "1. Sprecher*in",
    seats: 1,
    secret: false,
  },
  { type: "CandidateNominated", election: 1, person: lindner, nominatedBy: lindner },
  { type: "CandidateNominated", election: 1, person: jansen, nominatedBy: lindner },
];

export const meetingState: CommitteeState = stateAfter(whileMeeting);

type Said = {
  readonly by?: PersonId | undefined;
  /** In the room instead of the direct chat. */
  readonly inRoom?: boolean;
  readonly dialog?: Dialog | undefined;
  readonly state?: CommitteeState;
};

export function message(text: string, inRoom = false): Incoming {
  return {
    key: "m1",
    account: accountKey("console:jansen"),
    text,
    at: now,
    addressed: true,
    ...(inRoom ? { room } : {}),
  };
}

/** What the bot makes of a line; Frau Jansen says it by direct chat unless told otherwise. */
export function hear(text: string, said: Said = {}): Interpreted {
  const person = "by" in said ? said.by : jansen;
  return interpret(message(text, said.inRoom ?? false), said.state ?? meetingState, person, said.dialog, ports);
}

/** The command of a line; fails with what was answered instead. */
export function commandOf(text: string, said: Said = {}) {
  const heard = hear(text, said);
  if (heard.kind !== "command") throw new Error(`"${text}" is no command: ${described(heard)}`);
  return heard.command;
}

export function described(heard: Interpreted): string {
  return heard.kind === "ask" || heard.kind === "problem" ? plainText(heard.reply) : JSON.stringify(heard);
}

export function answerOf(heard: Interpreted): string {
  if (heard.kind !== "ask" && heard.kind !== "problem") throw new Error(`understood: ${JSON.stringify(heard)}`);
  return plainText(heard.reply);
}

export function choicesOf(heard: Interpreted): readonly string[] {
  return heard.kind === "ask" || heard.kind === "problem" ? heard.reply.choices.map(({ command }) => command) : [];
}
