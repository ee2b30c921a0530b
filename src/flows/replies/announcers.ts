import type { CommitteeEvent, EventType } from "../../core/committee/events.ts";
import { announceAgenda, announceSpeakers } from "./announce-agenda.ts";
import { announceBallots } from "./announce-ballots.ts";
import { announceCalendar } from "./announce-calendar.ts";
import { announceDatePoll } from "./announce-date-poll.ts";
import { announceElections } from "./announce-elections.ts";
import { announceIdeaGroups } from "./announce-idea-groups.ts";
import { announceIdeas } from "./announce-ideas.ts";
import { announceInvitation } from "./announce-invitation.ts";
import { announceMeeting } from "./announce-meeting.ts";
import { announceCorrection, announceMembership } from "./announce-membership.ts";
import { announceMinutes } from "./announce-minutes.ts";
import { announceMotions } from "./announce-motions.ts";
import { announceQuestions } from "./announce-questions.ts";
import { announceRoutes } from "./announce-routes.ts";
import { announceWeighting } from "./announce-weighting.ts";
import { announceWorkshop } from "./announce-workshop.ts";
import { announceWritten } from "./announce-written.ts";
import type { Announcement, Announcers, Happened } from "./telling.ts";

const announcers: Announcers<EventType> = {
  ...announceMembership,
  ...announceMeeting,
  ...announceAgenda,
  ...announceSpeakers,
  ...announceMinutes,
  ...announceMotions,
  ...announceQuestions,
  ...announceBallots,
  ...announceElections,
  ...announceWritten,
  ...announceDatePoll,
  ...announceInvitation,
  ...announceCalendar,
  ...announceWorkshop,
  ...announceIdeas,
  ...announceIdeaGroups,
  ...announceWeighting,
  ...announceRoutes,
  ...announceCorrection,
};

/** Was zu einem Ereignis zu sagen ist. */
export function announce(event: CommitteeEvent, told: Happened): Announcement {
  // Each announcer is written for the events of its own type; the table above is checked against that.
  const announcer = announcers[event.type] as (event: CommitteeEvent, told: Happened) => Announcement;
  return announcer(event, told);
}
