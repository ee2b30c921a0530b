import { changesOf } from "../../core/committee/changed-rules.ts";
import type { CorrectionEvent } from "../../core/committee/events.ts";
import { ideaEntries } from "../../core/committee/idea-entries.ts";
import type { MembershipEvent } from "../../core/membership/events.ts";
import {
  codeIssued,
  codeReplaced,
  linked,
  passCodeOn,
  reverted,
  rulesAdopted,
  unlinked,
  votesFor,
} from "../../texts/announcements-membership.ts";
import { numericDate } from "../../texts/dates.ts";
import { rulesInForceFrom } from "../../texts/rules-changes.ts";
import { entryName } from "../../texts/words-entries.ts";
import { ideasAsBefore } from "./announce-ideas.ts";
import { type Announcers, plainChoice, silent } from "./telling.ts";

const untold = () => silent;

/** Changes of the committee file are told by the import, which shows them before they are made. */
export const announceMembership: Announcers<MembershipEvent["type"]> = {
  CommitteeFounded: untold,
  CommitteeDescribed: untold,
  OrganizationJoined: untold,
  OrganizationChanged: untold,
  OrganizationLeft: untold,
  PersonJoined: untold,
  PersonChanged: untold,
  PersonLeft: untold,
  OfficeEstablished: untold,
  OfficeChanged: untold,
  OfficeAbolished: untold,
  /** Told with the acceptance of the election. */
  OfficeAssigned: untold,
  OfficeVacated: untold,
  RoomBound: untold,
  RoomUnbound: untold,
  StandingItemsSet: untold,
  RulesAdopted: ({ rules }, { before, today, events }) => {
    // An import by the office brings the rules as a whole; a change put to the vote says how much it changed.
    const isVoted = events.some(({ type }) => type === "QuestionDecided" || type === "RulesChangeConfirmed");
    const changed = changesOf(before.rules, rules.settings).length;
    return { everyone: [isVoted ? rulesInForceFrom(numericDate(today), changed) : rulesAdopted(rules.title)] };
  },
  LinkCodeIssued({ person, validUntil }, { names, linkCode }) {
    const name = names.person(person);
    if (linkCode === undefined) return { actor: [codeReplaced(name)] };
    return { actor: [codeIssued(name, validUntil), linkCode, passCodeOn()] };
  },
  AccountLinked({ person }, { after, names }) {
    const seat = after.membership.people.get(person)?.seat;
    return {
      actor: [linked(names.person(person)), ...(seat === undefined ? [] : [votesFor(names.seat(seat))])],
      actorChoices: [plainChoice("status"), plainChoice("hilfe")],
    };
  },
  AccountUnlinked: ({ person }, { names }) => ({ actor: [unlinked(names.person(person))] }),
};

export const announceCorrection: Announcers<CorrectionEvent["type"]> = {
  EntryReverted: ({ label }, told) =>
    ideaEntries.has(label)
      ? { actor: [reverted(entryName(label))], summons: ideasAsBefore(told) }
      : { everyone: [reverted(entryName(label))] },
};
