import { JHA } from "../../core/committee/year-goals.ts";
import { partsOf } from "../../core/kernel/local-date.ts";
import { noFeedHere } from "../../texts/announcements-calendar.ts";
import { yearTooFar } from "../../texts/prompts-dates.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { days, schoolHolidays, timesOfDay, weekly, year } from "../parameters/planning.ts";
import { behind, flag, line } from "../parameters/text.ts";
import { ask, type CommandRow, commandRow, issue } from "./command-row.ts";

/** So many years ahead are planned at most. */
const YEARS_AHEAD = 5;
const SOURCE = "von Hand";

/** Jahresplanung, Ferien, Sitzungstage des JHA, Kalender-Abo, Erinnerungen. */
export const planningRows: readonly CommandRow[] = [
  commandRow({
    id: "dates",
    subject: "termine",
    words: "termine",
    aliases: ["was steht an", "sitzungen", "termine zeigen", "terminübersicht"],
    summary: "zeigt, was ansteht: Sitzungen, Umfragen, Sitzungstage des JHA, Schulferien",
    help: "Mit einem Jahr („sitzungen 2028“): alle Sitzungen dieses Jahres, auch gehaltene und abgesagte, und ob es so viele sind, wie die Geschäftsordnung verlangt.",
    example: "sitzungen 2028",
    issues: [],
    parameters: { year: optional(year) },
    build: ({ year: which }) => ask({ kind: "dates", ...(which === undefined ? {} : { year: which }) }),
  }),
  commandRow({
    id: "plan-year",
    subject: "termine",
    words: "jahr planen",
    aliases: ["jahresplan", "jahresplanung", "regeltermine"],
    summary: "schlägt die Sitzungen eines Jahres vor und setzt sie an",
    help: "Je Quartal eine Sitzung, wo Sitzungstage des JHA bekannt sind, so lange davor, wie die Geschäftsordnung sagt. Feiertage, Schulferien und belegte Tage bleiben frei. Erst mit „ansetzen“ gilt der Plan. Ohne Wochentag und Uhrzeit: wie zuletzt üblich.",
    example: "jahr planen 2028 mittwochs 9–12 Uhr im Kreishaus ansetzen",
    issues: ["PlanYear"],
    parameters: {
      schedule: optional(flag("ansetzen", { ansetzen: true })),
      year: required(year, "Welches Jahr?"),
      weekday: optional(weekly),
      times: optional(timesOfDay),
      place: optional(behind(["ort", "im", "in"], line("ORT"))),
    },
    build({ schedule, year: which, weekday, times, place }, { today }) {
      const first = partsOf(today()).year;
      if (which < first || which > first + YEARS_AHEAD) return problem(yearTooFar(which, first, first + YEARS_AHEAD));
      const wish = {
        year: which,
        ...(weekday === undefined ? {} : { weekday }),
        ...times,
        ...(place === undefined ? {} : { place }),
      };
      return schedule === true ? issue({ type: "PlanYear", ...wish }) : ask({ kind: "yearPlan", ...wish });
    },
  }),
  commandRow({
    id: "body-sessions",
    subject: "termine",
    words: "jha termine",
    aliases: ["termine jha", "sitzungstage jha", "jha sitzungstage", "termine des jha"],
    summary: "trägt die Sitzungstage des Jugendhilfeausschusses eines Jahres ein",
    help: "Ersetzt, was von diesem Jahr bekannt war; „keine“ streicht es. Danach richtet sich „jahr planen“.",
    example: "jha termine 2028: 16.02.2028; 17.05.2028; 30.08.2028; 15.11.2028",
    issues: ["EnterBodySittings"],
    body: true,
    parameters: {
      year: required(year, "Welches Jahr?"),
      dates: required(days, "Welche Tage? Zum Beispiel: 16.02.2028; 17.05.2028"),
    },
    build: ({ year: which, dates }) => issue({ type: "EnterBodySittings", body: JHA, year: which, dates }),
  }),
  commandRow({
    id: "school-holidays",
    subject: "termine",
    words: "schulferien",
    aliases: ["ferien", "schulferien eintragen", "ferien eintragen"],
    summary: "zeigt die Schulferien oder trägt sie ein",
    help: "Name, erster und letzter Tag, mehrere mit Strichpunkt. Derselbe Name im selben Jahr ersetzt den früheren Eintrag. Vor Terminen in den Ferien wird gewarnt.",
    example: "schulferien Sommerferien 03.07.2028 bis 12.08.2028; Herbstferien 16.10.2028 bis 27.10.2028",
    issues: ["EnterSchoolHolidays"],
    body: true,
    parameters: { holidays: optional(schoolHolidays) },
    build: ({ holidays }) =>
      holidays === undefined
        ? ask({ kind: "schoolHolidays" })
        : issue({ type: "EnterSchoolHolidays", holidays, source: SOURCE }),
  }),
  commandRow({
    id: "remove-school-holidays",
    subject: "termine",
    words: "schulferien streichen",
    aliases: ["ferien streichen", "schulferien löschen"],
    summary: "streicht eingetragene Schulferien",
    help: "Mit dem Namen, wie er eingetragen ist, und dem Jahr, in dem sie beginnen.",
    example: "schulferien streichen Sommerferien 2028",
    issues: ["RemoveSchoolHolidays"],
    parameters: {
      year: required(year, "In welchem Jahr beginnen sie?"),
      name: required(line("NAME", 60), "Wie heißen die Ferien?"),
    },
    build: ({ year: which, name }) => issue({ type: "RemoveSchoolHolidays", name, year: which }),
  }),
  ...feedRows({
    whose: "person",
    id: "own-feed",
    words: "mein kalender",
    aliases: ["kalender abonnieren", "mein kalenderabo"],
    summary: "gibt Ihnen die Adresse Ihres Kalender-Abos",
  }),
  ...feedRows({
    whose: "committee",
    id: "committee-feed",
    words: "kalender des gremiums",
    aliases: ["gremiumskalender", "kalenderabo des gremiums"],
    summary: "gibt die Adresse des Kalender-Abos für das ganze Gremium",
  }),
  commandRow({
    id: "mute-reminders",
    subject: "termine",
    words: "erinnerungen aus",
    aliases: ["erinnerungen abschalten", "keine erinnerungen", "erinnerung aus"],
    summary: "schaltet für Sie alle Erinnerungen ab",
    help: "Einladungen, Fragen und Ergebnisse kommen weiter; nur erinnert werden Sie nicht.",
    example: "erinnerungen aus",
    issues: ["MuteReminders"],
    parameters: {},
    build: () => issue({ type: "MuteReminders" }),
  }),
  commandRow({
    id: "unmute-reminders",
    subject: "termine",
    words: "erinnerungen an",
    aliases: ["erinnerungen einschalten", "erinnerung an"],
    summary: "schaltet Ihre Erinnerungen wieder ein",
    help: "Dann werden Sie wieder erinnert, wenn eine Rückmeldung oder Stimme von Ihnen fehlt.",
    example: "erinnerungen an",
    issues: ["UnmuteReminders"],
    parameters: {},
    build: () => issue({ type: "UnmuteReminders" }),
  }),
];

type FeedRow = Pick<CommandRow, "id" | "words" | "aliases" | "summary"> & { readonly whose: "person" | "committee" };

/** Kalender-Abo beginnen und beenden. */
function feedRows({ whose, id, words, aliases, summary }: FeedRow): readonly CommandRow[] {
  return [
    commandRow({
      id,
      subject: "termine",
      words,
      aliases,
      summary,
      help: "Nur im Direktchat. Jedes Mal entsteht eine neue Adresse, die frühere gilt dann nicht mehr.",
      example: words,
      issues: ["OpenFeed"],
      directOnly: true,
      parameters: {},
      build(_, { ports }) {
        const { feedBase } = ports;
        if (feedBase === undefined) return problem(noFeedHere());
        const { secret, hash: secretHash } = ports.newFeedSecret();
        const feedAddress = `${feedBase.replace(/\/+$/, "")}/kalender/${secret}.ics`;
        return { ...issue({ type: "OpenFeed", whose, secretHash }), feedAddress };
      },
    }),
    commandRow({
      id: `end-${id}`,
      subject: "termine",
      words: `${words} aus`,
      aliases: [`${words} beenden`],
      summary: "beendet das Kalender-Abo; die Adresse gilt nicht mehr",
      help: "Ein neues Abo beginnt mit einer neuen Adresse.",
      example: `${words} aus`,
      issues: ["CloseFeed"],
      parameters: {},
      build: () => issue({ type: "CloseFeed", whose }),
    }),
  ];
}
