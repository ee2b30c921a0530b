import { assertNever } from "../kernel/assert-never.ts";
import { entry } from "../kernel/table.ts";
import type { WrittenProcedure } from "../written-procedure/state.ts";
import { closingEvents } from "./close-written.ts";
import { lapsedAnswer } from "./decide-answer.ts";
import { approveDueMinutes } from "./decide-approval.ts";
import { pollDue } from "./decide-date-poll.ts";
import { recordDispatch } from "./decide-dispatch.ts";
import { takeMail } from "./decide-mail.ts";
import type { Decision } from "./decision.ts";
import { isQuiet, laterMorning } from "./quiet-hours.ts";
import { remindOfAnswers } from "./remind-of-answers.ts";
import { remindOfRoute } from "./route-due.ts";
import type { CommitteeState, Slices } from "./state.ts";
import type { SystemCommand, SystemGiven } from "./system-commands.ts";
import { phaseTimeUp } from "./workshop-due.ts";
import { reminderJob } from "./written-jobs.ts";
import { missingSeats } from "./written-now.ts";

const nothing: Decision = { events: [] };

/**
 * Entscheidung über einen Befehl des Systems: never refused. What is no longer to be done (withdrawn, closed, taken back) is nothing; a
 * second time the same is nothing too.
 */
export function decideSystem(state: CommitteeState, command: SystemCommand, given: SystemGiven): Decision {
  switch (command.type) {
    case "CloseDueProcedure":
      return closeDue(state, command, given);
    case "RemindOfProcedure":
      return remind(state, command, given);
    case "LapseAnswer":
      return { events: lapsedAnswer(state, command, given) };
    case "ApproveDueMinutes":
      return approveDueMinutes(state, command, given);
    case "RemindOfPoll":
    case "EndPoll":
      return pollDue(state, command, given);
    case "RemindOfAnswers":
      return remindOfAnswers(state, command, given);
    case "RecordDispatch":
      return recordDispatch(state, command);
    case "EndPhaseTime":
      return phaseTimeUp(state, command, given);
    case "RemindOfRoute":
      return remindOfRoute(state, command, given);
    case "TakeMail":
      return takeMail(state, command, given);
    default:
      return assertNever(command);
  }
}

type Of<Type extends SystemCommand["type"]> = Extract<SystemCommand, { type: Type }>;

function closeDue(state: Slices, command: Of<"CloseDueProcedure">, given: SystemGiven): Decision {
  const procedure = meant(state, command);
  if (procedure === undefined || given.today <= procedure.lastDay) return nothing;
  const { today, undelivered } = given;
  return { events: closingEvents(state, procedure, { today, early: false, undelivered }) };
}

/** Nicht nachts, nicht sonntags: what comes due then waits for the next morning, if there is one in time. */
function remind(state: Slices, command: Of<"RemindOfProcedure">, given: SystemGiven): Decision {
  const procedure = meant(state, command);
  if (procedure === undefined || given.today > procedure.lastDay) return nothing;
  if (isQuiet(given)) {
    const later = laterMorning(given, procedure.lastDay);
    return later === undefined ? nothing : { events: [], jobs: [reminderJob(command, later)] };
  }
  const seats = missingSeats(state, procedure, given.today);
  if (seats.length === 0) return nothing;
  const { procedure: number, reminder } = command;
  return { events: [{ type: "WrittenRemindersSent", procedure: number, reminder, seats }] };
}

function meant(
  state: Slices,
  { procedure, lastDay }: Of<"CloseDueProcedure" | "RemindOfProcedure">,
): WrittenProcedure | undefined {
  const found = entry(state.writtenProcedures.procedures, procedure);
  return found?.status === "open" && found.lastDay === lastDay ? found : undefined;
}
