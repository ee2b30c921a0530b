import type { Command } from "../core/committee/commands.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import {
  cancelled,
  codeSeen,
  directOnly,
  emptyMessage,
  exampleLine,
  howToStop,
  nothingToCancel,
  notLinked,
  notUnderstood,
  oneCommandOnly,
  onlyThis,
  textProblem,
} from "../texts/prompts.ts";
import type { CommandRow, RowReading } from "./command-table/command-row.ts";
import { rowOf } from "./command-table/command-table.ts";
import { exactRow, matchRow, type RowMatch } from "./command-table/match-row.ts";
import { similarCommands } from "./command-table/suggest-rows.ts";
import type { Dialog } from "./dialog.ts";
import type { Incoming } from "./incoming.ts";
import { zoneOf } from "./names-of.ts";
import type { InterpretPorts, Problem, ReadingContext, Rest, Suggestion } from "./parameters/acceptor.ts";
import { codePoint, hiddenCharacter, LONGEST_TEXT, normalized } from "./parameters/clean-text.ts";
import type { Query } from "./queries.ts";
import { readQuestionThread } from "./question-thread.ts";
import { type Recipient, type Reply, type ReplyChoice, reply } from "./reply.ts";

/** Was eine Nachricht will. After every kind but `ask` a dialog is over. */
export type Interpreted =
  | {
      readonly kind: "command";
      readonly command: Command;
      /** The one-time code in clear, for the eyes of the actor alone. */
      readonly linkCode?: string;
      /** The address of a calendar with its secret, for the same eyes. */
      readonly feedAddress?: string;
    }
  | { readonly kind: "query"; readonly query: Query }
  /** Anmelden: an account wants to be linked by its code, as typed. */
  | { readonly kind: "link"; readonly code: string }
  | { readonly kind: "ask"; readonly reply: Reply; readonly dialog: Dialog }
  | { readonly kind: "problem"; readonly reply: Reply };

/** A message longer than this is not even looked at: nothing in it could be accepted. */
const LONGEST_MESSAGE = LONGEST_TEXT + 1000;
const LONGEST_HEAD = 1000;

/**
 * Versteht eine Nachricht: which command it is, or which question; asks where something is missing or ambiguous.
 * `person` is undefined while the account is not linked. Changes nothing, never throws on anything typed.
 */
export function interpret(
  incoming: Incoming,
  state: CommitteeState,
  person: PersonId | undefined,
  dialog: Dialog | undefined,
  ports: InterpretPorts,
): Interpreted {
  const text = normalized(incoming.text);
  const fault = faultOf(text);
  if (fault !== undefined) return problemReply(incoming, fault);
  if (/^abbrechen[.!]?$/iu.test(text))
    return problemReply(incoming, dialog === undefined ? nothingToCancel() : cancelled());
  const match = matchRow(text);
  if (person === undefined) return withoutPerson(incoming, match);
  const context = contextOf(incoming, state, person, ports);
  if (dialog !== undefined) {
    const answered = answerOf(incoming, text, match, dialog, context);
    if (answered !== undefined) return answered;
  }
  if (match === undefined) return unknownCommand(incoming, text);
  return readMatch(incoming, text, match, context);
}

function faultOf(text: string): string | undefined {
  if (text === "") return emptyMessage();
  const length = text.length > LONGEST_MESSAGE ? [...text].length : text.length;
  if (length > LONGEST_MESSAGE) return textProblem({ code: "tooLong", length, limit: LONGEST_TEXT });
  const character = hiddenCharacter(text);
  return character === undefined ? undefined : textProblem({ code: "hidden", character: codePoint(character) });
}

function contextOf(incoming: Incoming, state: CommitteeState, actor: PersonId, ports: InterpretPorts): ReadingContext {
  const zone = zoneOf(state);
  const room = incoming.room ?? incoming.filled?.room;
  const question = incoming.thread === undefined ? undefined : readQuestionThread(incoming.thread);
  return {
    state,
    actor,
    account: incoming.account,
    isPrivate: incoming.room === undefined,
    ...(room === undefined ? {} : { room }),
    ...(question === undefined ? {} : { question }),
    today: () => ports.localOf(incoming.at, zone).date,
    time: () => ports.localOf(incoming.at, zone).time,
    ports,
  };
}

/** Help is for everybody; linking is the only thing an unknown account can do. */
function withoutPerson(incoming: Incoming, match: RowMatch | undefined): Interpreted {
  if (match?.row.id === "help") return { kind: "query", query: helpQuery(match.rest.head) };
  if (match?.row.id !== "link") return problemReply(incoming, notLinked());
  if (incoming.room !== undefined) return problemReply(incoming, codeSeen());
  const code = match.rest.head.trim();
  return code === "" ? problemReply(incoming, notLinked()) : { kind: "link", code };
}

const helpQuery = (about: string): Query => (about === "" ? { kind: "help" } : { kind: "help", about });

function readMatch(incoming: Incoming, text: string, match: RowMatch, context: ReadingContext): Interpreted {
  const { row, rest } = match;
  if (match.surplus) return surplusLines(incoming, text);
  if (row.directOnly && incoming.room !== undefined)
    return problemReply(incoming, row.id === "link" ? codeSeen() : directOnly());
  if (rest.head.length > LONGEST_HEAD)
    return problemReply(incoming, textProblem({ code: "tooLong", length: [...rest.head].length, limit: LONGEST_HEAD }));
  return finish(incoming, row, rest, {}, context);
}

function surplusLines(incoming: Incoming, text: string): Interpreted {
  const [line = ""] = text.split("\n");
  const first = line.trim();
  return problemReply(incoming, oneCommandOnly(), [{ label: onlyThis(first), command: first }]);
}

function unknownCommand(incoming: Incoming, text: string): Interpreted {
  const choices = similarCommands(text);
  return problemReply(incoming, notUnderstood(text, choices.length > 0), choices);
}

/**
 * Antwort auf eine Rückfrage. A line that is itself a complete command ends the dialog; while a text is asked for, only a line that
 * consists of nothing but a command's words does, so that no command hides in somebody's text.
 */
function answerOf(
  incoming: Incoming,
  text: string,
  match: RowMatch | undefined,
  dialog: Dialog,
  context: ReadingContext,
): Interpreted | undefined {
  const row = rowOf(dialog.row);
  if (row === undefined) return undefined;
  if (isForText(row, dialog)) {
    if (exactRow(text) !== undefined) return undefined;
    // What was offered is a whole line of this very command.
    if (match?.row.id === dialog.row && !row.texts.has(dialog.asked)) return readMatch(incoming, text, match, context);
  } else if (match !== undefined) {
    const asCommand = readMatch(incoming, text, match, context);
    if (asCommand.kind !== "problem") return asCommand;
  }
  const answers = { ...dialog.answers, [dialog.asked]: text };
  return finish(incoming, row, { head: dialog.rest, body: dialog.body }, answers, context, dialog);
}

const isForText = (row: CommandRow, dialog: Dialog): boolean => row.takesBody && dialog.body === undefined;

/** Reads the row; what is missing or unclear becomes a question, which an earlier question's answers go along with. */
function finish(
  incoming: Incoming,
  row: CommandRow,
  rest: Rest,
  answers: Readonly<Record<string, string>>,
  context: ReadingContext,
  before?: Dialog,
): Interpreted {
  const reading: RowReading = row.read(rest, answers, context);
  switch (reading.kind) {
    case "command":
    case "query":
    case "link":
      return reading;
    case "missing": {
      const choices = reading.offers.map((offer) => choiceFor(row, rest, answers, offer, undefined));
      return question(
        incoming,
        [reading.prompt, howToStop()],
        choices,
        dialogOf(row, rest, answers, reading.parameter),
      );
    }
    case "problem":
      return unclear(incoming, row, rest, answers, reading, before);
  }
}

function unclear(
  incoming: Incoming,
  row: CommandRow,
  rest: Rest,
  answers: Readonly<Record<string, string>>,
  problem: Problem,
  before: Dialog | undefined,
): Interpreted {
  const choices = problem.suggestions.map((one) => choiceFor(row, rest, answers, one, problem.typed));
  if (before !== undefined) return question(incoming, [problem.sentence, howToStop()], choices, before);
  const hint = choices.length > 0 ? [] : [exampleLine(row.example)];
  const lines = problem.sentence.includes(row.example) ? [problem.sentence] : [problem.sentence, ...hint];
  return { kind: "problem", reply: reply(whereAsked(incoming), lines, { choices }) };
}

function dialogOf(row: CommandRow, rest: Rest, answers: Dialog["answers"], asked: string): Dialog {
  return { row: row.id, rest: rest.head, answers, asked, ...(rest.body === undefined ? {} : { body: rest.body }) };
}

/** A choice is a whole line, so that a button, a click much later and a typed line are the same thing. */
function choiceFor(
  row: CommandRow,
  rest: Rest,
  answers: Readonly<Record<string, string>>,
  { label, instead }: Suggestion,
  typed: string | undefined,
): ReplyChoice {
  const head = [rest.head, ...Object.values(answers)].filter((part) => part !== "").join(" ");
  const body = rest.body === undefined ? "" : `: ${rest.body}`;
  const line = `${head}${body}`;
  const at = typed === undefined ? -1 : line.indexOf(typed);
  const changed =
    typed === undefined || at === -1
      ? `${head} ${instead}${body}`
      : `${line.slice(0, at)}${instead}${line.slice(at + typed.length)}`;
  const behind = changed.trim();
  return { label, command: behind.startsWith(":") ? `${row.words}${behind}` : `${row.words} ${behind}`.trim() };
}

function question(
  incoming: Incoming,
  lines: readonly string[],
  choices: readonly ReplyChoice[],
  dialog: Dialog,
): Interpreted {
  return { kind: "ask", reply: reply(whereAsked(incoming), lines, { choices }), dialog };
}

function problemReply(incoming: Incoming, line: string, choices: readonly ReplyChoice[] = []): Interpreted {
  return { kind: "problem", reply: reply(whereAsked(incoming), [line], { choices }) };
}

/** Antwort dorthin, wo gefragt wurde; to a click by direct chat. */
export function whereAsked(incoming: Incoming): Recipient {
  return incoming.room === undefined || incoming.isClick === true
    ? { kind: "account", account: incoming.account }
    : { kind: "room", room: incoming.room };
}
