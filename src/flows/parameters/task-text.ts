import type { PersonId } from "../../core/kernel/ids.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { findOrganization } from "../../core/membership/find.ts";
import { organizationLabel } from "../../core/membership/queries.ts";
import { type Acceptor, absent, type Problem, type ReadingContext, taken } from "./acceptor.ts";
import { asProblem } from "./dates.ts";
import { readPerson } from "./people.ts";
import { bodyText } from "./text.ts";

export type TaskReading = {
  readonly text: string;
  readonly owner?: PersonId;
  readonly ownerName?: string;
  readonly due?: LocalDate;
  readonly dueText?: string;
};

type Owner = Pick<TaskReading, "owner" | "ownerName">;
type Due = Pick<TaskReading, "due" | "dueText">;

const OWNER = /(?:^|\s)@(?:"([^"\n]{1,120})"|([^@\n]{1,120}?))(?=\s+bis\s|\s*$)/iu;
const DUE = /\s+bis\s+(?:zum\s+|spätestens\s+)?([^@\n]{1,80}?)(?=\s+@|\s*$)/iu;

/** Aufgabe: the text, and at its end in any order who ("@Frau Jansen", "@Jugendamt", @"Kreis Auental") and until when ("bis 12.6."). */
export const taskText: Acceptor<TaskReading> = {
  sign: "TEXT [@NAME] [bis DATUM]",
  fromBody: true,
  take(rest, context) {
    const whole = bodyText("TEXT").take(rest, context);
    if (whole.kind !== "taken") return whole;
    const owner = ownerIn(whole.value, context);
    if (owner.kind === "problem") return owner;
    const due = dueIn(owner.text, context);
    if (due.kind === "problem") return due;
    if (due.text.trim() === "") return absent;
    return taken({ text: due.text.trim(), ...owner.value, ...due.value }, whole.rest);
  },
};

type Part<T> = { readonly kind: "value"; readonly value: T; readonly text: string } | Problem;

export function ownerIn(text: string, context: ReadingContext): Part<Owner> {
  const match = OWNER.exec(text);
  if (match === null) return { kind: "value", value: {}, text };
  const left = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  if (match[1] !== undefined) return { kind: "value", value: { ownerName: match[1].trim() }, text: left };
  const typed = (match[2] ?? "").trim();
  const organization = findOrganization(context.state.membership, typed, context.today());
  const reading = readPerson(typed, context);
  if (reading.kind === "value") return { kind: "value", value: { owner: reading.value }, text: left };
  if (organization.kind === "one")
    return { kind: "value", value: { ownerName: organizationLabel(organization.value) }, text: left };
  const free = { label: `„${typed}“, wie geschrieben`, instead: `@"${typed}"` };
  return { ...reading, typed: `@${typed}`, suggestions: [...reading.suggestions, free] };
}

/** What does not read as a date stays part of the text: "prüfen, wie wir bis dahin arbeiten". */
function dueIn(text: string, context: ReadingContext): Part<Due> {
  const match = DUE.exec(text);
  if (match === null) return { kind: "value", value: {}, text };
  const typed = (match[1] ?? "").trim();
  const reading = context.ports.dates.readDeadline(typed, { reference: context.today() });
  const left = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  switch (reading.kind) {
    case "date":
      return { kind: "value", value: { due: reading.date }, text: left };
    case "vague":
      return { kind: "value", value: { dueText: `bis ${typed}` }, text: left };
    case "error":
      if (reading.code === "notADate" || reading.code === "empty" || reading.code === "tooLong")
        return { kind: "value", value: {}, text };
      return asProblem(typed, reading);
    case "question":
      if (reading.reason === "unreadText") return { kind: "value", value: {}, text };
      return asProblem(typed, reading);
    default:
      return asProblem(typed, reading);
  }
}
