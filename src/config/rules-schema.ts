import { z } from "zod";
import { annotated } from "./annotated.ts";
import * as is from "./rules-values.ts";

/** A section of the file: every setting may be left out. */
const section = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial();

const membership = section({
  votingUnit: annotated(z.enum(["seat", "person"])),
  publicCarrierSeats: annotated(is.count),
  splitVote: annotated(z.enum(["designated", "firstCounts", "invalid"])),
  proxy: annotated(z.enum(["none", "namedDeputy", "poa1"])),
  maxVotesPerPerson: annotated(is.positive),
  advisory: annotated(z.strictObject({ speak: is.yesNo, move: is.yesNo })),
  guest: annotated(z.strictObject({ speak: z.enum(["always", "chair", "never"]) })),
});

const office = section({
  chair: section({
    title: annotated(is.text),
    term: annotated(is.period),
    holdOver: annotated(is.yesNo),
    shared: annotated(is.yesNo),
    chairKeepsSeatVote: annotated(is.yesNo),
  }),
  management: annotated(is.text),
});

const invite = section({
  n: annotated(is.days),
  unit: annotated(z.literal("calendarDay")),
  count: annotated(is.dayCount),
  start: annotated(z.enum(["zugang", "absendung"])),
  shift: annotated(z.enum(["none", "earlier"])),
  required: annotated(is.words),
  urgent: annotated(z.strictObject({ allowed: is.yesNo, reasonRequired: is.yesNo })),
  cureByParticipation: annotated(is.yesNo),
  objectionUntil: annotated(z.enum(["beforeFirstItem", "endOfMeeting"])),
});

const agenda = section({
  proposals: annotated(z.strictObject({ n: is.days, count: is.dayCount })),
  urgentThreshold: annotated(is.threshold),
  unannounced: annotated(z.enum(["debateOnly", "refuse", "allowed"])),
  public: annotated(is.yesNo),
});

const planning = section({ minPerYear: annotated(is.count), beforeJHA: annotated(is.period) });

const quorum = section({
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
    z.strictObject({ enabled: is.yesNo, noticeRequired: is.yesNo, sameItemsOnly: is.yesNo, min: is.count }),
  ),
  excludedReduceBase: annotated(is.yesNo),
  massExclusionFraction: annotated(is.fraction.nullable()),
  remoteCounts: annotated(is.yesNo),
})
  .refine(({ kind, fraction }) => kind?.value !== "fraction" || fraction !== undefined, {
    path: ["kind"],
    error: "Zu kind: fraction gehört der Bruch, etwa fraction: {num: 1, den: 3}.",
  })
  .refine(({ kind, fixed }) => kind?.value !== "fixed" || fixed !== undefined, {
    path: ["kind"],
    error: "Zu kind: fixed gehört die Zahl der Sitze, etwa fixed: 7.",
  });

const majority = section({
  firstTry: annotated(z.enum(["consensus", "vote"])),
  kind: annotated(z.enum(["simple", "fraction", "unanimity", "consensus"])),
  threshold: annotated(is.strictFraction),
  basis: annotated(is.basis),
  abstain: annotated(z.enum(["ignore", "asNo", "leavesBase"])),
  invalid: annotated(z.enum(["ignore", "asNo"])),
  tie: annotated(z.enum(["rejected", "chairCasting", "chairDoubleOnRepeat", "repeatOnce"])),
  minParticipation: annotated(z.enum(["none", "moreThanHalfPresent"])),
  abstainMajority: annotated(z.enum(["none", "repeatOnceThenReject", "reopenOnMotion"])),
  consensusFallback: annotated(z.enum(["vote", "adjourn"])),
}).refine(({ kind, threshold }) => kind?.value !== "fraction" || threshold !== undefined, {
  path: ["kind"],
  error: "Zu kind: fraction gehört die Schwelle, etwa threshold: {num: 2, den: 3}.",
});

const vote = section({
  mode: annotated(z.enum(["open", "secret"])),
  secretThreshold: annotated(is.demand),
  secretBeatsRoll: annotated(is.yesNo),
  rollCall: annotated(is.demand),
  rollCallNotFor: annotated(is.words),
  change: annotated(z.enum(["untilClose", "never"])),
});

const motionOrder = section({
  rule: annotated(z.enum(["farthestFirst", "submissionOrder"])),
  setBy: annotated(z.literal("chair")),
  fallback: annotated(z.literal("submissionOrder")),
});

const goAntrag = section({
  noOpposition: annotated(z.enum(["accepted", "vote"])),
  formalOpposition: annotated(is.yesNo),
  majority: annotated(is.basis),
  precedence: annotated(z.union([z.literal("byTime"), z.array(z.enum(["schluss", "vertagung", "uebrige"])).max(3)])),
  closeDebate: annotated(z.strictObject({ notBySpeaker: is.yesNo })),
  closeList: annotated(z.strictObject({ lastCall: is.yesNo })),
});

const speakers = section({
  mode: annotated(z.enum(["requestOrder", "firstTimersFirst", "alternatingGroups", "proAndContra"])),
  seconds: annotated(is.positive.nullable()),
  maxTurns: annotated(is.positive.nullable()),
});

const election = section({
  singleCandidateOpen: annotated(is.yesNo),
  singleCandidate: annotated(z.literal("yesNo")),
  secretOnDemandOf: annotated(is.positive),
  sequence: annotated(is.electionSequence),
  majority: annotated(z.enum(["absoluteCast", "absolutePresent", "absoluteMembersThenRelative", "relative"])),
  multi: annotated(z.literal("listPlurality")),
  minShare: annotated(z.enum(["none", "halfPresent"])),
  tie: annotated(z.enum(["runoffThenLot", "lot"])),
  acceptance: annotated(z.strictObject({ within: is.period, silence: z.enum(["declined", "accepted"]) })),
});

const umlauf = section({
  allowed: annotated(is.yesNo),
  minDays: annotated(is.days),
  shift: annotated(z.enum(["bgb193", "fixedDay"])),
  objection: annotated(z.union([z.strictObject({ kind: z.literal("any") }), is.demand])),
  majority: annotated(is.basis),
  quorum: annotated(z.strictObject({ moreThanHalf: is.yesNo })),
  silence: annotated(z.enum(["none", "consent"])),
  earlyClose: annotated(is.yesNo),
  excluded: annotated(is.words),
  announce: annotated(z.array(z.enum(["immediatelyText", "nextMeeting"])).max(2)),
});

const bias = section({
  enabled: annotated(is.yesNo),
  decidedBy: annotated(z.enum(["body", "self"])),
  mustLeave: annotated(is.yesNo),
  notForElections: annotated(is.yesNo),
});

const protocol = section({
  kind: annotated(z.enum(["ergebnis", "beschluss", "verlauf"])),
  draftWithin: annotated(is.period),
  objectionWithin: annotated(is.period),
  approval: annotated(z.enum(["nextMeeting", "objectionsOnly", "silence"])),
  sign: annotated(is.words),
  distribution: annotated(is.words),
});

const goChange = section({
  threshold: annotated(is.threshold),
  announced: annotated(is.yesNo),
  notByUmlauf: annotated(is.yesNo),
});

/** Shape of a GO file: head, and any part of the rules. What it leaves out comes from the profile. */
export const rulesFileSchema = z.strictObject({
  name: is.text,
  profile: z.enum(["ag78-standard"]),
  beschlossen: z.iso.date().optional(),
  timezone: annotated(is.timezone).optional(),
  land: annotated(is.land).optional(),
  membership: membership.optional(),
  office: office.optional(),
  invite: invite.optional(),
  agenda: agenda.optional(),
  planning: planning.optional(),
  quorum: quorum.optional(),
  majority: majority.optional(),
  vote: vote.optional(),
  motionOrder: motionOrder.optional(),
  goAntrag: goAntrag.optional(),
  speakers: speakers.optional(),
  election: election.optional(),
  umlauf: umlauf.optional(),
  bias: bias.optional(),
  protocol: protocol.optional(),
  goChange: goChange.optional(),
  goDeviation: annotated(is.threshold).optional(),
});
