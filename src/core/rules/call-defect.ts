import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

/** Wann gerügt wird: before the first item of the agenda is called, later in the meeting, or after it. */
export type ObjectionMoment = "beforeFirstItem" | "duringMeeting" | "afterMeeting";

export type ObjectionRuling = Derivation<"invite.objectionUntil"> & {
  readonly isInTime: boolean;
  readonly until: Rules["invite"]["objectionUntil"]["value"];
  readonly moment: ObjectionMoment;
  /** An objection is recorded in any case. */
  readonly isRecorded: true;
};

/** Rüge des Ladungsmangels (GO): in time it is considered, too late it is only recorded. */
export function callObjection(rules: Rules, moment: ObjectionMoment): ObjectionRuling {
  const setting = rules.invite.objectionUntil;
  const isInTime = moment === "beforeFirstItem" || (moment === "duringMeeting" && setting.value === "endOfMeeting");
  return {
    rule: "invite.objectionUntil",
    citation: cite("invite.objectionUntil", setting),
    alsoFrom: [],
    isInTime,
    until: setting.value,
    moment,
    isRecorded: true,
  };
}

/** Ladungsmangel: period missed, somebody not invited, or what the invitation must say is missing. */
export type CallDefectKind = "period" | "notInvited" | "content";

export type CallDefectInput = {
  readonly defect: CallDefectKind;
  readonly votingSeats: number;
  /** Voting seats present. */
  readonly present: number;
  /** Objections in time. Those that came too late count for nothing here. */
  readonly objections: number;
  /** Seats that were not invited, and how many of them are present and have not objected in time. */
  readonly notInvited?: { readonly seats: number; readonly takePart: number };
};

export type CallDefectNote = "allPresentNoObjection" | "curedByParticipation" | "noObjection" | "should";

export type CallDefectRuling = Derivation<"invite.defect"> & {
  /** The defect counts: no resolutions in this meeting. */
  readonly isConsidered: boolean;
  /** Why it does not count. */
  readonly note?: CallDefectNote;
  readonly defect: CallDefectKind;
  readonly votingSeats: number;
  readonly present: number;
  readonly objections: number;
};

/**
 * Folgen eines Ladungsmangels (GO; § 121 Abs. 6 AktG, § 46 Abs. 2 GenG as models): a full house without objection cures it, so does
 * taking part without objecting by those who were not invited. A missed period counts only if somebody objects in time, since all of
 * them could; a Soll never does. Zero seats are no full house.
 */
export function callDefect(rules: Rules, input: CallDefectInput): CallDefectRuling {
  const { defect, votingSeats, present, objections, notInvited } = input;
  requireCounts({ votingSeats, present, objections, seats: notInvited?.seats, takePart: notInvited?.takePart });
  const [note, citation] = reliefOf(rules, input);
  return {
    rule: "invite.defect",
    citation,
    alsoFrom: [],
    isConsidered: note === undefined,
    ...(note === undefined ? {} : { note }),
    defect,
    votingSeats,
    present,
    objections,
  };
}

function reliefOf(rules: Rules, input: CallDefectInput): readonly [CallDefectNote | undefined, Citation] {
  const { fullHouseCures, cureByParticipation, binding, objectionUntil } = rules.invite;
  const { defect, votingSeats, present, objections, notInvited } = input;
  if (defect === "period" && binding.value === "should") return ["should", cite("invite.binding", binding)];
  if (fullHouseCures.value && votingSeats > 0 && present >= votingSeats && objections === 0)
    return ["allPresentNoObjection", cite("invite.fullHouseCures", fullHouseCures)];
  if (defect === "notInvited") {
    const isCured = notInvited !== undefined && notInvited.takePart >= notInvited.seats && notInvited.seats > 0;
    const citation = cite("invite.cureByParticipation", cureByParticipation);
    return isCured && cureByParticipation.value ? ["curedByParticipation", citation] : [undefined, citation];
  }
  const citation = cite("invite.objectionUntil", objectionUntil);
  return objections === 0 ? ["noObjection", citation] : [undefined, citation];
}
