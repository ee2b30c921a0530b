import { z } from "zod";
import type { DocumentationView } from "../../core/papers/documentation.ts";
import type { PaperKind, PaperViews } from "../../core/papers/paper-kinds.ts";
import type {
  AgendaView,
  AttendanceView,
  InvitationView,
  MinutesView,
  ReportView,
  Sentence,
  WallView,
} from "../../core/papers/views.ts";

/** Schemas of the views: they guard the border to the renderer and tell the template checker which fields exist. */

const text = z.string();
const date = z.iso.date();
const time = z.iso.time({ precision: -1 }).meta({ format: "time" });
const sources = z.tuple([z.int().positive()], z.int().positive()).readonly();
const sourced = { sources, internalOnly: z.literal(true).exactOptional() };
const list = <T extends z.ZodType>(entry: T) => z.array(entry).readonly();

const sentence = z.strictObject({ ...sourced, text }) satisfies z.ZodType<Sentence>;
const grade = z.enum(["resolved", "elected", "agreed", "consensus", "found", "mentioned", "said"]);
const statement = z.strictObject({ ...sourced, text, grade, entries: list(sentence) });

export const headCountSchema = z.strictObject({
  number: z.int().nonnegative(),
  qualifier: z.enum(["über", "etwa", "rund", "mindestens", "höchstens"]).exactOptional(),
});
export const personSchema = z.strictObject({
  name: text,
  salutation: z.enum(["Frau", "Herr"]).exactOptional(),
  role: text.exactOptional(),
  organization: text.exactOptional(),
  email: text.exactOptional(),
});
export const partySchema = z.strictObject({ person: personSchema.exactOptional(), organization: text.exactOptional() });
export const linkSchema = z.strictObject({ text, url: text.exactOptional() });
const attachment = z.strictObject({
  title: text,
  link: linkSchema.exactOptional(),
  internalOnly: z.literal(true).exactOptional(),
});

const head = z.strictObject({
  committee: text,
  committeeAddition: text.exactOptional(),
  body: text,
  version: z.enum(["public", "internal"]),
  asOf: z.iso.datetime(),
  asOfDate: date,
});
const meeting = z.strictObject({
  number: z.int().positive().exactOptional(),
  title: text.exactOptional(),
  date,
  begin: time.exactOptional(),
  end: time.exactOptional(),
  place: text.exactOptional(),
});
const agreedDate = z.strictObject({
  ...sourced,
  title: text,
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).exactOptional(),
  date,
  begin: time.exactOptional(),
  end: time.exactOptional(),
  place: text.exactOptional(),
});

const agenda = z.strictObject({
  head,
  meeting,
  items: list(
    z.strictObject({
      number: text,
      title: text,
      isPublic: z.boolean(),
      minutes: z.int().positive().exactOptional(),
      presenter: partySchema.exactOptional(),
      note: text.exactOptional(),
      papers: list(linkSchema),
    }),
  ),
  hints: list(text),
  invitedBy: personSchema.exactOptional(),
}) satisfies z.ZodType<AgendaView>;

const invitation = z.strictObject({
  head,
  kind: z.enum(["invitation", "update", "cancellation"]),
  isDraft: z.boolean(),
  meeting,
  salutation: text.exactOptional(),
  movedFrom: z.strictObject({ date, begin: time.exactOptional(), end: time.exactOptional() }).exactOptional(),
  repeatOf: date.exactOptional(),
  reason: text.exactOptional(),
  items: list(
    z.strictObject({
      title: text,
      isPublic: z.boolean(),
      minutes: z.int().positive().exactOptional(),
      isDeciding: z.boolean(),
      isLate: z.boolean(),
    }),
  ),
  note: text.exactOptional(),
  papers: list(text),
  links: list(linkSchema),
  hints: list(text),
  answerBy: date.exactOptional(),
  howToAnswer: text.exactOptional(),
  invitedBy: personSchema.exactOptional(),
}) satisfies z.ZodType<InvitationView>;

const wallIdeas = list(
  z.strictObject({
    number: z.int().positive(),
    text,
    dots: z.int().positive().exactOptional(),
    support: z.int().positive().exactOptional(),
  }),
);
const wall = z.strictObject({
  head,
  title: text,
  meeting,
  hasQuestions: z.boolean(),
  groups: z.int().nonnegative(),
  grouped: z.int().nonnegative(),
  ungrouped: z.int().positive().exactOptional(),
  hidden: z.int().positive().exactOptional(),
  sealed: z.int().positive().exactOptional(),
  sections: list(
    z.strictObject({
      question: z.strictObject({ number: z.int().positive(), text }).exactOptional(),
      groups: list(
        z.strictObject({
          number: z.int().positive(),
          name: text,
          dots: z.int().positive().exactOptional(),
          ideas: wallIdeas,
        }),
      ),
      ungrouped: wallIdeas,
    }),
  ),
}) satisfies z.ZodType<WallView>;

const number = z.int().positive();
const documentedIdea = z.strictObject({
  number,
  text,
  by: personSchema.exactOptional(),
  support: number.exactOptional(),
  tags: list(text),
  hasPhoto: z.boolean(),
  comments: list(z.strictObject({ text, by: personSchema.exactOptional(), sources })),
  sources,
});
const dotTargets = list(z.strictObject({ kind: z.enum(["idea", "group"]), number, text }));
const documentation = z.strictObject({
  head,
  title: text,
  meeting,
  days: list(z.strictObject({ date, begin: time.exactOptional(), end: time.exactOptional() })),
  continues: meeting.exactOptional(),
  annexTo: meeting.exactOptional(),
  isFinal: z.boolean(),
  isAnonymous: z.boolean(),
  moderators: list(personSchema),
  participants: list(z.strictObject({ label: text, count: headCountSchema.exactOptional(), sources })),
  questions: list(z.strictObject({ number, text, room: text.exactOptional() })),
  ideas: z.int().nonnegative(),
  groups: z.int().nonnegative(),
  ungrouped: number.exactOptional(),
  withdrawn: number.exactOptional(),
  hidden: number.exactOptional(),
  sealed: number.exactOptional(),
  sections: list(
    z.strictObject({
      question: z.strictObject({ number, text }).exactOptional(),
      groups: list(z.strictObject({ number, name: text, ideas: list(documentedIdea), sources })),
      ungrouped: list(documentedIdea),
    }),
  ),
  recorded: list(statement),
  weightings: list(
    z.strictObject({
      number,
      terms: text,
      per: z.enum(["person", "seat"]),
      voters: z.int().nonnegative(),
      dots: z.int().nonnegative(),
      places: list(z.strictObject({ place: text, isTied: z.boolean(), targets: dotTargets, dots: number })),
      without: dotTargets,
      sources,
    }),
  ),
  results: list(
    z.strictObject({
      number,
      kind: z.enum(["statement", "motion", "task", "question"]),
      grade: z.enum(["agreed", "consensus", "found", "mentioned"]).exactOptional(),
      text,
      origin: text,
      owner: partySchema.exactOptional(),
      tags: list(text),
      steps: list(
        z.strictObject({
          number,
          body: text,
          role: z.enum(["preparation", "vote", "consultation", "decision", "notice"]),
          roleText: text.exactOptional(),
          due: text.exactOptional(),
          target: date.exactOptional(),
          standing: text,
          answer: z
            .strictObject({
              outcome: z.enum(["agreed", "declined", "deferred", "noted", "returned", "prepared", "considered"]),
              on: date.exactOptional(),
              unanimous: z.boolean(),
              condition: text.exactOptional(),
              wording: text.exactOptional(),
            })
            .exactOptional(),
        }),
      ),
      standing: text,
      sources,
    }),
  ),
  tagLists: list(
    z.strictObject({
      name: text,
      tags: list(z.strictObject({ tag: text, ideas: z.int().nonnegative(), results: z.int().nonnegative() })),
    }),
  ),
}) satisfies z.ZodType<DocumentationView>;

const seat = z.strictObject({
  organization: text,
  status: z.enum(["present", "represented", "excused", "absent"]),
  person: personSchema.exactOptional(),
  representedPerson: personSchema.exactOptional(),
  remote: z.boolean(),
  from: time.exactOptional(),
  until: time.exactOptional(),
});
const otherPerson = z.strictObject({
  kind: z.enum(["advisory", "delegate", "guest", "office"]),
  person: personSchema.exactOptional(),
  organization: text.exactOptional(),
  role: text.exactOptional(),
});
const group = z.strictObject({
  label: text,
  count: headCountSchema.exactOptional(),
  parts: list(text),
  persons: list(personSchema),
  sources,
});
const attendanceSummary = z.strictObject({
  seats: list(seat),
  persons: list(otherPerson),
  groups: list(group),
  votingSeats: z.int().nonnegative(),
  presentVotingSeats: z.int().nonnegative().exactOptional(),
  presentPersons: headCountSchema.exactOptional(),
});
const attendance = z.strictObject({
  head,
  meeting,
  attendance: attendanceSummary,
  quorum: list(sentence),
}) satisfies z.ZodType<AttendanceView>;

const ballotMode = z.enum(["consensus", "open", "rollCall", "secret"]);
const choice = z.enum(["yes", "no", "abstain", "invalid"]);
export const countsSchema = list(z.strictObject({ choice, number: z.int().nonnegative() }));
const ballot = z.strictObject({
  mode: ballotMode.exactOptional(),
  unanimous: z.boolean(),
  counts: countsSchema,
  ruling: sentence.exactOptional(),
  rollCall: list(z.strictObject({ organization: text, choice })),
});
const outcome = z.enum([
  "carried",
  "carriedWithChanges",
  "takenOver",
  "rejected",
  "adjourned",
  "withdrawn",
  "settled",
  "divided",
  "undecided",
]);
const amendment = z.strictObject({
  ...sourced,
  number: text.exactOptional(),
  wording: text,
  movedBy: partySchema.exactOptional(),
  outcome,
  ballot: ballot.exactOptional(),
});
const motion = z.strictObject({
  ...sourced,
  number: text.exactOptional(),
  title: text.exactOptional(),
  wording: text,
  movedBy: partySchema.exactOptional(),
  amendments: list(amendment),
  ballot: ballot.exactOptional(),
  outcome,
  resolution: z.strictObject({ number: text.exactOptional(), wording: text }).exactOptional(),
});
const electionRound = z.strictObject({
  internalOnly: sourced.internalOnly,
  title: text,
  mode: ballotMode.exactOptional(),
  results: list(
    z.strictObject({ person: personSchema, counts: countsSchema, votes: z.int().nonnegative().exactOptional() }),
  ),
  counts: countsSchema,
  ruling: sentence.exactOptional(),
});
const election = z.strictObject({
  ...sourced,
  office: text,
  rounds: list(electionRound),
  elected: list(
    z.strictObject({
      person: personSchema,
      acceptance: z.enum(["accepted", "declined", "pending"]),
      votes: z.strictObject({ number: z.int().nonnegative(), cast: z.int().positive() }).exactOptional(),
      counts: countsSchema.exactOptional(),
      sources,
    }),
  ),
});
const task = z.strictObject({ ...sourced, text, owner: partySchema.exactOptional(), due: date.exactOptional() });

const minutes = z.strictObject({
  head,
  kind: z.enum(["ergebnis", "beschluss", "verlauf"]),
  meeting,
  status: z.enum(["draft", "sent", "approved"]),
  sentOn: date.exactOptional(),
  objectionsUntil: date.exactOptional(),
  approvedOn: date.exactOptional(),
  approvedHow: text.exactOptional(),
  chair: personSchema.exactOptional(),
  minuteTaker: personSchema.exactOptional(),
  attendance: attendanceSummary,
  quorum: list(sentence),
  opening: list(sentence),
  items: list(
    z.strictObject({
      number: text.exactOptional(),
      title: text,
      isPublic: z.boolean(),
      recusals: list(sentence),
      statements: list(statement),
      motions: list(motion),
      elections: list(election),
      tasks: list(task),
      dates: list(agreedDate),
    }),
  ),
  closing: list(sentence),
  objections: list(sentence),
  signatures: list(sentence),
  corrections: list(z.strictObject({ ...sourced, text, date, time, by: text })),
  attachments: list(attachment),
}) satisfies z.ZodType<MinutesView>;

const report = z.strictObject({
  head,
  paper: z.strictObject({
    type: text,
    number: text.exactOptional(),
    date,
    unit: text.exactOptional(),
    isPublic: z.boolean(),
  }),
  route: list(z.strictObject({ body: text, date: date.exactOptional(), role: text })),
  summary: list(sentence),
  history: list(z.strictObject({ ...sourced, text, links: list(linkSchema) })),
  meeting,
  sitting: list(sentence),
  attendanceLeadIn: sentence.exactOptional(),
  attendance: list(group),
  voting: list(sentence),
  resolutions: list(statement),
  electionLeadIn: sentence.exactOptional(),
  elections: list(z.strictObject({ ...sourced, title: text, holders: list(personSchema) })),
  findings: list(
    z.strictObject({
      title: text.exactOptional(),
      internalOnly: z.literal(true).exactOptional(),
      statements: list(statement),
    }),
  ),
  agreements: list(z.strictObject({ ...sourced, text, date: agreedDate.exactOptional() })),
  forwarding: list(sentence),
  datesLeadIn: sentence.exactOptional(),
  dates: list(agreedDate),
  attachments: list(attachment),
}) satisfies z.ZodType<ReportView>;

export const VIEW_SCHEMAS: { readonly [K in PaperKind]: z.ZodType<PaperViews[K]> } = {
  agenda,
  attendance,
  minutes,
  report,
  invitation,
  wall,
  documentation,
};

/** The other way round: whatever a view may hold, its schema takes. Does not compile if a schema lags behind its view. */
const takesEveryView = (views: PaperViews): readonly unknown[] => [
  views.agenda satisfies z.input<typeof agenda>,
  views.attendance satisfies z.input<typeof attendance>,
  views.minutes satisfies z.input<typeof minutes>,
  views.report satisfies z.input<typeof report>,
  views.invitation satisfies z.input<typeof invitation>,
  views.wall satisfies z.input<typeof wall>,
  views.documentation satisfies z.input<typeof documentation>,
];
void takesEveryView;
