import { slugOf } from "../../core/kernel/fold-german.ts";
import type { AccountId, RoomId } from "../../core/kernel/ids.ts";
import type { LocalDate, LocalTime } from "../../core/kernel/local-date.ts";
import type { PersonRecord } from "../../core/membership/events.ts";
import { type Found, findPeople } from "../../core/membership/find.ts";
import { displayName } from "../../core/membership/queries.ts";
import type { MembershipState } from "../../core/membership/state.ts";
import { type Reply, reply } from "../../flows/reply.ts";
import {
  clockGap,
  clockShows,
  clockUnclear,
  firstScreen,
  newAccountSpeaking,
  newNameMissing,
  nowSpeaking,
  peopleHeading,
  personMissing,
  roomHelp,
  roomMissing,
  roomsLine,
  triesBefore,
  triesDuring,
  unknownPerson,
  unknownRoom,
  whichPerson,
} from "../../texts/local-room.ts";
import { type ClockSetting, readClockSetting } from "./clock-setting.ts";
import { consoleAccount, type Place } from "./place.ts";
import type { RoomCommandName } from "./room-command.ts";
import type { Surroundings } from "./surroundings.ts";

/** Stellbare Uhr, with the calendar of a zone. */
export type ClockHands = {
  now(): string;
  /** False if that time does not exist on that day. */
  setTo(date: LocalDate, time: LocalTime, zone: string): boolean;
  advance(milliseconds: number): void;
  reset(): void;
};

type Parts = {
  readonly around: Surroundings;
  readonly clock: ClockHands;
  membership(): MembershipState;
  hasOpenMeeting(): boolean;
  print(line: string): void;
  place(): Place;
  /** Goes there and says so in this line. */
  move(next: Place, line: string): void;
  showChoices(reply: Reply): void;
};

export function roomCommandRunner({
  around,
  clock,
  membership,
  hasOpenMeeting,
  print,
  place,
  move,
  showChoices,
}: Parts) {
  function speakAs(typed: string): void {
    const isNew = /^neu(?:\s+(.*))?$/is.exec(typed);
    const found = findPeople(membership(), typed, around.today());
    if (typed === "") print(personMissing());
    else if (isNew !== null) speakWithNewAccount((isNew[1] ?? "").trim());
    else if (found.kind === "one") become(found.value);
    else askWhom(typed, found);
  }

  function askWhom(typed: string, found: Exclude<Found<PersonRecord>, { kind: "one" }>): void {
    const candidates = found.kind === "several" ? found.candidates : found.suggestions;
    const names = candidates.map(around.nameOf);
    const line = found.kind === "several" ? whichPerson(typed) : unknownPerson(typed, names);
    const choices = candidates.map((person) => ({ label: around.nameOf(person), command: `/als @${person.person}` }));
    showChoices(reply({ kind: "account", account: place().account }, [line], { choices }));
  }

  function become(person: PersonRecord): void {
    const next = { ...place(), account: consoleAccount(person.person) };
    move(next, nowSpeaking(around.nameOf(person), around.placeText(next)));
  }

  function speakWithNewAccount(name: string): void {
    const slug = slugOf(name);
    if (slug === "") {
      print(newNameMissing());
      return;
    }
    const own = `neu-${slug}`;
    // Platform and its own identity, as every account is written.
    move({ ...place(), account: `console:${own}` as AccountId }, newAccountSpeaking(own));
  }

  function enterRoom(typed: string): void {
    const names = around.rooms().map(({ name }) => name);
    const room = around.findRoom(typed);
    if (typed === "") print(roomMissing(names));
    else if (room === undefined) print(unknownRoom(typed, names));
    else moveTo(room.room);
  }

  function moveTo(room: RoomId | undefined): void {
    const { account } = place();
    const next = { account, ...(room === undefined ? {} : { room }) };
    move(next, nowSpeaking(around.speaker(account), around.placeText(next)));
  }

  function setClock(typed: string): void {
    const setting = readClockSetting(typed);
    if (setting.kind === "unclear") print(clockUnclear());
    else if (turnTo(setting)) print(clockShows(around.clockText()));
    else print(clockGap(typed));
  }

  /** False for a time that does not exist on its day. */
  function turnTo(setting: Exclude<ClockSetting, { kind: "unclear" }>): boolean {
    switch (setting.kind) {
      case "show":
        return true;
      case "system":
        clock.reset();
        return true;
      case "advance":
        clock.advance(setting.milliseconds);
        return true;
      case "set":
        return clock.setTo(setting.date ?? around.today(), setting.time, around.zone());
    }
  }

  function showPeople(): void {
    const people = around.people();
    print(peopleHeading(people.length));
    for (const person of people)
      print(`  ${around.nameOf(person)}${person.function === undefined ? "" : `, ${person.function}`}`);
    print(roomsLine(around.rooms().map(({ name }) => name)));
    print(nowSpeaking(around.speaker(place().account), around.placeText(place())));
  }

  return {
    async run(name: Exclude<RoomCommandName, "foto">, rest: string): Promise<"more" | "end"> {
      switch (name) {
        case "als":
          speakAs(rest);
          break;
        case "raum":
          enterRoom(rest);
          break;
        case "direkt":
          moveTo(undefined);
          break;
        case "uhr":
          setClock(rest);
          break;
        case "wer":
          showPeople();
          break;
        case "hilfe":
          for (const line of roomHelp()) print(line);
          break;
        case "ende":
          return "end";
      }
      return "more";
    },
    firstScreen(): void {
      const { account } = place();
      const people = around.people();
      const other = people.find((person) => consoleAccount(person.person) !== account && person.role === "voting");
      const tries = hasOpenMeeting() ? triesDuring : triesBefore;
      const { description } = membership();
      const committee = [description?.name, description?.county].filter((part) => part !== undefined).join(", ");
      const lines = firstScreen({
        committee,
        organizations: around.organizationCount(),
        people: people.length,
        time: around.clockText(),
        speaker: around.speaker(account),
        place: around.placeText(place()),
        tries: tries(other === undefined ? "NAME" : displayName(other)),
      });
      for (const line of lines) print(line);
    },
  };
}
