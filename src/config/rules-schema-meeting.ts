import { z } from "zod";
import { annotated } from "./annotated.ts";
import { section } from "./rules-schema-section.ts";
import * as is from "./rules-values.ts";

const ladung = z.strictObject({ n: is.days, count: is.dayCount });
const ownThreshold = { threshold: is.threshold.optional() };
const proceduralRule = annotated(z.strictObject(ownThreshold));

/** Sections on meetings, from the call to the motions. Their types: `core/rules/rules-meeting.ts`. */
export const meetingSections = {
  invite: section({
    n: annotated(is.days),
    unit: annotated(z.enum(["calendarDay", "week", "month", "hour"])),
    count: annotated(is.dayCount),
    start: annotated(z.enum(["zugang", "absendung"])),
    shift: annotated(z.enum(["none", "earlier"])),
    cutoff: annotated(is.timeOfDay.nullable()),
    binding: annotated(is.binding),
    form: annotated(z.enum(["textform", "email", "letter"])),
    postDays: annotated(is.days),
    required: annotated(is.words),
    urgent: annotated(z.strictObject({ allowed: is.yesNo, reasonRequired: is.yesNo, least: is.days.optional() })),
    cureByParticipation: annotated(is.yesNo),
    fullHouseCures: annotated(is.yesNo),
    objectionUntil: annotated(z.enum(["beforeFirstItem", "endOfMeeting"])),
    extraordinary: annotated(z.strictObject({ within: is.period, ladung, demand: is.demand.optional() }).nullable()),
  }),
  agenda: section({
    proposals: annotated(z.strictObject({ n: is.days, count: is.dayCount, cutoff: is.timeOfDay.optional() })),
    urgentThreshold: annotated(is.threshold),
    urgentAdmission: annotated(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("vote") }),
        z.strictObject({ kind: z.literal("noObjection"), n: is.positive }),
      ]),
    ),
    unannounced: annotated(z.enum(["debateOnly", "refuse", "allowed"])),
    public: annotated(is.yesNo),
  }),
  planning: section({ minPerYear: annotated(is.count), beforeJHA: annotated(is.period) }),
  meeting: section({ remotePresence: annotated(is.yesNo), closeOnDemand: annotated(is.demand) }),
  quorum: section({
    kind: annotated(z.enum(["moreThanHalf", "atLeastHalf", "fraction", "fixed", "none"])),
    basis: annotated(z.literal("votingSeats")),
    fraction: annotated(is.fraction),
    fixed: annotated(is.positive),
    min: annotated(is.count),
    allInvitedRequired: annotated(is.yesNo),
    presumption: annotated(is.yesNo),
    exOfficioFloor: annotated(is.floor),
    afterLoss: annotated(z.enum(["deliberateOnly", "closeAndReinvite"])),
    repeat: annotated(
      z.strictObject({
        enabled: is.yesNo,
        noticeRequired: is.yesNo,
        sameItemsOnly: is.yesNo,
        min: is.count,
        afterMinutes: is.count.optional(),
      }),
    ),
    excludedReduceBase: annotated(is.yesNo),
    massExclusionFraction: annotated(is.fraction.nullable()),
    remoteCounts: annotated(is.yesNo),
    measuredBy: annotated(z.enum(["presence", "ballots"])),
    maxShare: annotated(is.shareOfAttribute.nullable()),
  })
    .refine(({ kind, fraction }) => kind?.value !== "fraction" || fraction !== undefined, {
      path: ["kind"],
      error: "Zu kind: fraction gehört der Bruch, etwa fraction: {num: 1, den: 3}.",
    })
    .refine(({ kind, fixed }) => kind?.value !== "fixed" || fixed !== undefined, {
      path: ["kind"],
      error: "Zu kind: fixed gehört die Zahl der Sitze, etwa fixed: 7.",
    }),
  motionOrder: section({
    rule: annotated(z.enum(["farthestFirst", "submissionOrder", "alternative", "runoff2"])),
    setBy: annotated(z.enum(["chair", "body"])),
    fallback: annotated(z.enum(["submissionOrder", "chair"])),
    division: annotated(z.enum(["mover", "anyMember", "vote", "never"])),
    enBloc: annotated(is.enBloc),
    essentialChange: annotated(is.threshold.nullable()),
    takeOverByMover: annotated(is.yesNo),
  }),
  goAntrag: section({
    noOpposition: annotated(z.enum(["accepted", "vote"])),
    formalOpposition: annotated(is.yesNo),
    majority: annotated(is.basis),
    precedence: annotated(z.union([z.literal("byTime"), z.array(z.enum(["schluss", "vertagung", "uebrige"])).max(3)])),
    closeDebate: annotated(
      z.strictObject({ ...ownThreshold, notBySpeaker: is.yesNo, afterEachGroup: is.yesNo.optional() }),
    ),
    closeList: annotated(z.strictObject({ ...ownThreshold, lastCall: is.yesNo })),
    reopenList: proceduralRule,
    nonConsideration: proceduralRule,
    adjournItem: proceduralRule,
    adjournMeeting: proceduralRule,
    refer: proceduralRule,
    interrupt: annotated(z.strictObject({ ...ownThreshold, maxMinutes: is.positive.nullable() })),
    movedBy: annotated(z.enum(["voting", "members"])),
    speeches: annotated(is.count),
  }),
  speakers: section({
    mode: annotated(z.enum(["requestOrder", "firstTimersFirst", "alternatingGroups", "proAndContra"])),
    seconds: annotated(is.positive.nullable()),
    moverSeconds: annotated(is.positive.nullable()),
    maxTurns: annotated(is.positive.nullable()),
    moverLast: annotated(is.yesNo),
    warnings: annotated(is.count),
  }),
};
