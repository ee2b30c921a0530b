import type { AttendanceAnswer } from "../../core/invitation/events.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { optional } from "../parameters/acceptor.ts";
import { answeringPerson, meetingAnswered, standIn } from "../parameters/answers.ts";
import { meetingOnDay } from "../parameters/meetings.ts";
import { behind, bodyText } from "../parameters/text.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const ownOrOthers =
  "Ohne Tag: die nächste Sitzung, zu der Sie eingeladen sind. Für andere trägt es die Leitung ein: „für NAME“. Bis zur Eröffnung können Sie es ändern.";

const which = {
  meeting: optional(meetingAnswered),
  person: optional(behind(["für"], answeringPerson)),
};
const namedStandIn = {
  ...behind(
    ["in vertretung kommt", "meine vertretung ist", "es vertritt mich", "vertretung durch", "vertretung"],
    standIn,
  ),
  sign: "vertretung NAME",
};
const comment = optional(bodyText("BEMERKUNG"));

type Said = {
  readonly meeting: number | undefined;
  readonly person: PersonId | undefined;
  readonly comment: string | undefined;
};

const answered = (answer: AttendanceAnswer, { meeting, person, comment: remark }: Said) => ({
  type: "AnswerInvitation" as const,
  ...(meeting === undefined ? {} : { meeting }),
  ...(person === undefined ? {} : { person }),
  answer,
  ...(remark === undefined ? {} : { comment: remark }),
});

export const answerRows = [
  commandRow({
    id: "accept-invitation",
    subject: "einladung",
    words: "zusage",
    aliases: ["ich sage zu", "ich komme", "ich nehme teil", "nehme teil", "ich bin dabei", "bin dabei"],
    summary: "sagt zur Sitzung zu",
    help: ownOrOthers,
    example: "zusage: Ich komme zehn Minuten später.",
    issues: ["AnswerInvitation"],
    body: true,
    parameters: { ...which, comment },
    build: (values) => issue(answered("accepted", values)),
  }),
  commandRow({
    id: "answer-tentatively",
    subject: "einladung",
    words: "vielleicht",
    aliases: ["ich komme vielleicht", "komme vielleicht", "ich weiß noch nicht"],
    summary: "lässt offen, ob Sie zur Sitzung kommen",
    help: `Zählt nicht als Zusage. ${ownOrOthers}`,
    example: "vielleicht: Das entscheidet sich am Montag.",
    issues: ["AnswerInvitation"],
    body: true,
    parameters: { ...which, comment },
    build: (values) => issue(answered("tentative", values)),
  }),
  commandRow({
    id: "decline-invitation",
    subject: "einladung",
    words: "absage",
    aliases: [
      "ich sage ab",
      "ich komme nicht",
      "komme nicht",
      "ich kann nicht kommen",
      "kann nicht kommen",
      "ich nehme nicht teil",
      "nehme nicht teil",
      "bin nicht dabei",
      "ich bin nicht dabei",
    ],
    summary: "sagt zur Sitzung ab, wenn möglich mit Vertretung",
    help: `Mit „vertretung NAME“ frage ich die Vertretung. Ein Name, der zu niemandem im Gremium gehört, wird vermerkt; der Sitz zählt dann erst mit der Anmeldung. ${ownOrOthers}`,
    example: "absage vertretung Frau Neeth: Ich bin im Urlaub.",
    issues: ["AnswerInvitation"],
    body: true,
    parameters: {
      ...which,
      standIn: optional(namedStandIn),
      comment,
    },
    build: ({ standIn: instead, ...values }) => issue({ ...answered("declined", values), ...instead }),
  }),
  commandRow({
    id: "answers",
    subject: "einladung",
    words: "rückmeldungen",
    aliases: ["rückmeldungen zeigen", "rückmeldungen zur sitzung am", "wer kommt", "wer hat zugesagt"],
    summary: "zeigt, wer zugesagt hat und ob es zur Beschlussfähigkeit reicht",
    help: "Je Sitz, mit Vertretungen und den Sitzen, deren Antwort fehlt. Bemerkungen sieht die Leitung im Direktchat.",
    example: "rückmeldungen",
    issues: [],
    parameters: { meeting: optional(meetingOnDay) },
    build: ({ meeting }) => ask({ kind: "answers", ...(meeting === undefined ? {} : { meeting }) }),
  }),
];
