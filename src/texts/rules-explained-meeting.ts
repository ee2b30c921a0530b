import type { Rules } from "../core/rules/rules.ts";
import type { ProceduralRule } from "../core/rules/rules-meeting.ts";
import { counted } from "./names.ts";
import { type Explained, one, yesOrNo } from "./rules-explained-section.ts";
import {
  clockText,
  countOfDays,
  demandText,
  fractionText,
  ofWhat,
  periodText,
  thresholdText,
  wordsText,
} from "./rules-explained-values.ts";

type Sections = Explained<
  Pick<Rules, "invite" | "agenda" | "planning" | "meeting" | "quorum" | "motionOrder" | "goAntrag" | "speakers">
>;

const unitWords = { calendarDay: "Kalendertage", week: "Wochen", month: "Monate", hour: "Stunden" } as const;
const urgencyWords = { schluss: "Schluss der Debatte", vertagung: "Vertagung", uebrige: "alles Übrige" } as const;

/** A kind of procedural motion: only worth a sentence where it has a threshold of its own. */
const ownThreshold =
  (what: string) =>
  ({ threshold }: ProceduralRule): string | undefined =>
    threshold === undefined ? undefined : `${what} braucht ${thresholdText(threshold)}.`;

/** From the call of a meeting to the motions, in sentences. */
export const meetingSentences: Sections = {
  invite: {
    n: (n, rules) =>
      n === 1 && rules.invite.unit.value === "month"
        ? "Die Ladungsfrist beträgt einen Monat."
        : `Die Ladungsfrist beträgt ${n} ${unitWords[rules.invite.unit.value]}.`,
    unit: () => undefined,
    count: (count, rules) =>
      rules.invite.unit.value === "hour" ? undefined : `So wird gezählt: ${countsBack(count, rules)}.`,
    start: one({
      zugang: "Die Frist ist gewahrt, wenn die Einladung bis dahin zugegangen ist.",
      absendung: "Die Frist ist gewahrt, wenn die Einladung bis dahin abgesandt ist.",
    }),
    shift: one({
      none: "Fällt der letzte Tag auf ein Wochenende oder einen Feiertag, bleibt es dabei.",
      earlier: "Fällt der letzte Tag auf ein Wochenende oder einen Feiertag, gilt der Werktag davor.",
    }),
    cutoff: (time) => (time === null ? undefined : `Der letzte Tag zählt nur bis ${clockText(time)}.`),
    binding: one({
      must: "Die Ladungsfrist ist zwingend.",
      should: "Die Ladungsfrist ist eine Sollvorschrift: Ihr Versäumnis wird vermerkt, hält aber nichts auf.",
    }),
    form: one({
      textform: "Eingeladen wird in Textform.",
      email: "Eingeladen wird per E-Mail.",
      letter: "Eingeladen wird schriftlich per Brief.",
    }),
    postDays: (days) =>
      days === 0
        ? undefined
        : `Geht die Einladung per Post, verlängert sich die Frist um ${counted(days, "Tag", "Tage")}.`,
    required: (words) => `Pflichtangaben der Einladung: ${wordsText(words)}.`,
    urgent: ({ allowed, reasonRequired, least }) => {
      if (!allowed) return "Die Ladungsfrist kann auch in dringenden Fällen nicht gekürzt werden.";
      const reason = reasonRequired ? ", mit Begründung" : "";
      const limit = least === undefined ? "" : `, höchstens auf ${counted(least, "Tag", "Tage")}`;
      return `In dringenden Fällen kann die Ladungsfrist gekürzt werden${reason}${limit}.`;
    },
    cureByParticipation: yesOrNo(
      "Ein Ladungsfehler ist geheilt, wenn niemand ihn rügt.",
      "Ein Ladungsfehler wird durch Teilnahme nicht geheilt.",
    ),
    fullHouseCures: yesOrNo(
      "Sind alle Sitze da und widerspricht niemand, schadet ein Ladungsfehler nicht.",
      "Auch eine Vollversammlung heilt keinen Ladungsfehler.",
    ),
    objectionUntil: (until, rules) =>
      rules.invite.cureByParticipation.value
        ? {
            beforeFirstItem: "Gerügt wird ein Ladungsfehler vor dem ersten Punkt.",
            endOfMeeting: "Gerügt werden kann ein Ladungsfehler bis zum Ende der Sitzung.",
          }[until]
        : undefined,
    extraordinary: (rule) => {
      if (rule === null) return "Eine außerordentliche Sitzung auf Verlangen kennt die GO nicht.";
      const who = rule.demand === undefined ? "Auf Verlangen" : `Verlangt es ${demandText(rule.demand)},`;
      const verb = rule.demand === undefined ? "wird" : "so wird";
      return `${who} ${verb} innerhalb von ${periodText(rule.within)} eine außerordentliche Sitzung einberufen, Ladungsfrist ${counted(rule.ladung.n, "Tag", "Tage")}: ${countOfDays(rule.ladung.count, rule.ladung.n)}.`;
    },
  },
  agenda: {
    proposals: ({ n, count, cutoff }) => {
      const time = cutoff === undefined ? "" : `, bis ${clockText(cutoff)}`;
      return `Vorschläge zur Tagesordnung kommen ${counted(n, "Tag", "Tage")} vor der Sitzung: ${countOfDays(count, n)}${time}.`;
    },
    urgentThreshold: (threshold, rules) =>
      rules.agenda.urgentAdmission.value.kind === "vote"
        ? `Ein verspäteter Punkt kommt auf die Tagesordnung mit: ${thresholdText(threshold)}.`
        : undefined,
    urgentAdmission: (admission) =>
      admission.kind === "vote"
        ? undefined
        : `Ein verspäteter Punkt kommt auf die Tagesordnung, wenn nicht ${admission.n === 1 ? "ein Sitz" : `${admission.n} Sitze`} widersprechen.`,
    unannounced: one({
      debateOnly: "Über einen nicht angekündigten Punkt wird beraten, nicht beschlossen.",
      refuse: "Ein nicht angekündigter Punkt wird nicht behandelt.",
      allowed: "Auch über einen nicht angekündigten Punkt kann beschlossen werden.",
    }),
    public: yesOrNo("Die Sitzungen sind öffentlich.", "Die Sitzungen sind nicht öffentlich."),
  },
  planning: {
    minPerYear: (n) => (n === 0 ? undefined : `Die AG tagt mindestens ${n}-mal im Jahr.`),
    beforeJHA: (period) => `Die Sitzungen liegen etwa ${periodText(period)} vor denen des Jugendhilfeausschusses.`,
  },
  meeting: {
    remotePresence: yesOrNo("Teilnahme per Video oder Telefon ist möglich.", "Teilnehmen kann nur, wer vor Ort ist."),
    closeOnDemand: (demand, rules) => {
      if (!rules.agenda.public.value) return undefined;
      return demand.kind === "never"
        ? undefined
        : `Nichtöffentlichkeit eines Punktes kann verlangen: ${demandText(demand)}.`;
    },
  },
  quorum: {
    kind: (kind, { quorum }) =>
      ({
        moreThanHalf: "Die AG ist beschlussfähig, wenn mehr als die Hälfte der stimmberechtigten Sitze anwesend ist.",
        atLeastHalf: "Die AG ist beschlussfähig, wenn mindestens die Hälfte der stimmberechtigten Sitze anwesend ist.",
        fraction: `Die AG ist beschlussfähig, wenn mindestens ${fractionText(quorum.fraction.value)} der stimmberechtigten Sitze anwesend ist.`,
        fixed: `Die AG ist beschlussfähig, wenn ${counted(quorum.fixed.value, "stimmberechtigter Sitz", "stimmberechtigte Sitze")} anwesend ${quorum.fixed.value === 1 ? "ist" : "sind"}.`,
        none: "Die AG ist beschlussfähig, gleich wie viele Sitze anwesend sind.",
      })[kind],
    basis: () => undefined,
    fraction: () => undefined,
    fixed: () => undefined,
    min: (min, { quorum }) => {
      const isIdle = quorum.min.origin === "default" && (quorum.kind.value === "fixed" || quorum.kind.value === "none");
      return isIdle || min === 0
        ? undefined
        : `Anwesend sein ${min === 1 ? "muss mindestens 1 Sitz" : `müssen mindestens ${min} Sitze`}.`;
    },
    allInvitedRequired: yesOrNo(
      "Beschlussfähig ist die AG nur, wenn alle geladen wurden.",
      "Eine unvollständige Ladung hindert die Beschlussfähigkeit nicht.",
    ),
    presumption: yesOrNo(
      "Die AG gilt als beschlussfähig, bis auf Antrag das Gegenteil festgestellt ist.",
      "Sinkt die Zahl der Anwesenden zu tief, ist die AG sofort nicht mehr beschlussfähig.",
    ),
    exOfficioFloor: (floor, rules) =>
      rules.quorum.presumption.value
        ? `Ohne Antrag stellt die Leitung die Beschlussunfähigkeit fest, wenn weniger als ${fractionText(floor)} oder weniger als ${floor.min} Sitze da sind.`
        : undefined,
    afterLoss: one({
      deliberateOnly: "Ohne Beschlussfähigkeit wird weiter beraten, aber nicht beschlossen.",
      closeAndReinvite: "Ohne Beschlussfähigkeit wird die Sitzung geschlossen und neu eingeladen.",
    }),
    repeat: ({ enabled, noticeRequired, sameItemsOnly, min, afterMinutes }) => {
      if (!enabled) return "Eine Wiederholungssitzung mit geringerer Beschlussfähigkeit gibt es nicht.";
      const least = min === 0 ? "gleich wie viele kommen" : `wenn mindestens ${min} Sitze da sind`;
      const conditions = [
        ...(noticeRequired ? ["wenn die Einladung darauf hinweist"] : []),
        ...(sameItemsOnly ? ["nur für dieselben Punkte"] : []),
        ...(afterMinutes === undefined ? [] : [`frühestens ${afterMinutes} Minuten später`]),
      ];
      return `Die Wiederholungssitzung ist beschlussfähig, ${[least, ...conditions].join(", ")}.`;
    },
    excludedReduceBase: yesOrNo(
      "Wer befangen ist, zählt bei der Beschlussfähigkeit nicht mit.",
      "Wer befangen ist, bleibt in der Zahl, von der gerechnet wird.",
    ),
    massExclusionFraction: (share) =>
      share === null ? undefined : `Ist mehr als die Hälfte befangen, genügt ${fractionText(share)} aller Sitze.`,
    remoteCounts: (counts, rules) => {
      if (!rules.meeting.remotePresence.value) return undefined;
      return counts ? "Zugeschaltete zählen als anwesend." : "Zugeschaltete zählen nicht als anwesend.";
    },
    measuredBy: one({
      presence: "Gezählt werden die Anwesenden.",
      ballots: "Gezählt werden die abgegebenen Stimmzettel; Enthaltungen und ungültige zählen mit.",
    }),
    maxShare: (share) =>
      share === null
        ? undefined
        : `Von den Anwesenden darf beim Merkmal »${share.attr}« keine Gruppe mehr als ${fractionText(share)} ausmachen.`,
  },
  motionOrder: {
    rule: one({
      farthestFirst: "Über den weitestgehenden Antrag wird zuerst abgestimmt.",
      submissionOrder: "Abgestimmt wird in der Reihenfolge, in der die Anträge eingingen.",
      alternative: "Stehen Anträge gegeneinander, wird zuerst festgestellt, welcher bevorzugt wird.",
      runoff2: "Stehen Anträge gegeneinander, kommen die beiden besten in die Stichabstimmung.",
    }),
    setBy: one({ chair: "Die Reihenfolge bestimmt die Leitung.", body: "Die Reihenfolge bestimmt die AG." }),
    fallback: (value, rules) =>
      rules.motionOrder.rule.value === "submissionOrder"
        ? undefined
        : {
            submissionOrder: "Im Zweifel gilt die Reihenfolge des Eingangs.",
            chair: "Im Zweifel entscheidet die Leitung.",
          }[value],
    division: one({
      mover: "Über einen Antrag wird geteilt abgestimmt, wenn die antragstellende Person es verlangt.",
      anyMember: "Über einen Antrag wird geteilt abgestimmt, wenn ein Mitglied es verlangt.",
      vote: "Über einen Antrag wird geteilt abgestimmt, wenn die AG es beschließt.",
      never: "Über einen Antrag wird nicht geteilt abgestimmt.",
    }),
    enBloc: one({
      ifNoObjection: "Über mehrere Anträge kann gemeinsam abgestimmt werden, wenn niemand widerspricht.",
      never: "Über jeden Antrag wird einzeln abgestimmt.",
    }),
    essentialChange: (threshold) =>
      threshold === null ? undefined : `Eine wesentliche Änderung in der Sitzung braucht ${thresholdText(threshold)}.`,
    takeOverByMover: yesOrNo(
      "Wer den Antrag stellt, kann eine Änderung ohne Abstimmung übernehmen.",
      "Über jede Änderung wird abgestimmt.",
    ),
  },
  goAntrag: {
    noOpposition: one({
      accepted: "Ein GO-Antrag ohne Gegenrede ist angenommen.",
      vote: "Über GO-Anträge wird immer abgestimmt.",
    }),
    formalOpposition: yesOrNo("Eine Gegenrede muss nicht begründet werden.", "Eine Gegenrede muss begründet werden."),
    majority: (basis) => `GO-Anträge brauchen mehr als die Hälfte ${ofWhat(basis)}.`,
    precedence: (order) =>
      order === "byTime"
        ? "Mehrere GO-Anträge werden in der Reihenfolge ihres Eingangs behandelt."
        : `Mehrere GO-Anträge werden so gereiht: ${order.map((word) => urgencyWords[word]).join(", dann ")}.`,
    closeDebate: ({ notBySpeaker, afterEachGroup, threshold }) => {
      const parts = [
        ...(notBySpeaker
          ? ["beantragt nur, wer noch nicht gesprochen hat"]
          : ["kann jede Person mit Antragsrecht beantragen"]),
        ...(afterEachGroup === true ? ["erst wenn jede Gruppe zu Wort kam"] : []),
        ...(threshold === undefined ? [] : [`nötig: ${thresholdText(threshold)}`]),
      ];
      return `Schluss der Debatte: ${parts.join("; ")}.`;
    },
    closeList: ({ lastCall, threshold }) => {
      const call = lastCall ? "vorher werden letzte Wortmeldungen aufgerufen" : "es gibt keinen letzten Aufruf";
      return `Schluss der Redeliste: ${call}${threshold === undefined ? "" : `; nötig: ${thresholdText(threshold)}`}.`;
    },
    reopenList: ownThreshold("Die Wiedereröffnung der Redeliste"),
    nonConsideration: ownThreshold("Die Nichtbefassung"),
    adjournItem: ownThreshold("Die Vertagung eines Punktes"),
    adjournMeeting: ownThreshold("Der Schluss der Sitzung"),
    refer: ownThreshold("Die Überweisung"),
    interrupt: ({ maxMinutes, threshold }) => {
      const parts = [
        ...(maxMinutes === null ? [] : [`höchstens ${counted(maxMinutes, "Minute", "Minuten")}`]),
        ...(threshold === undefined ? [] : [`nötig: ${thresholdText(threshold)}`]),
      ];
      return parts.length === 0 ? undefined : `Unterbrechung der Sitzung: ${parts.join("; ")}.`;
    },
    movedBy: one({
      voting: "GO-Anträge stellt, wer eine Stimme hat.",
      members: "GO-Anträge stellen alle Mitglieder, auch beratende.",
    }),
    speeches: (n) =>
      n === 0
        ? "Zu GO-Anträgen wird nicht gesprochen."
        : `Zu einem GO-Antrag gibt es ${n === 1 ? "eine Rede" : `${n} Reden`} dafür und ebenso viele dagegen.`,
  },
  speakers: {
    mode: one({
      requestOrder: "Geredet wird in der Reihenfolge der Wortmeldungen.",
      firstTimersFirst: "Wer zum Punkt noch nicht gesprochen hat, kommt zuerst.",
      alternatingGroups: "Die Redeliste wechselt zwischen den Gruppen.",
      proAndContra: "Rede und Gegenrede wechseln sich ab.",
    }),
    seconds: (seconds) =>
      seconds === null ? "Die Redezeit ist nicht begrenzt." : `Die Redezeit beträgt ${secondsText(seconds)}.`,
    moverSeconds: (seconds) =>
      seconds === null ? undefined : `Für die Begründung eines Antrags sind es ${secondsText(seconds)}.`,
    maxTurns: (n) => (n === null ? undefined : `Jede Person spricht zu einem Punkt höchstens ${n}-mal.`),
    moverLast: (last) => (last ? "Das Schlusswort hat, wer den Antrag gestellt hat." : undefined),
    warnings: (n) =>
      n === 0
        ? "Das Wort kann ohne Ermahnung entzogen werden."
        : `Das Wort wird nach ${counted(n, "Ermahnung", "Ermahnungen")} entzogen.`,
  },
};

function countsBack(count: "clear" | "nthDayBefore", { invite }: Rules): string {
  if (invite.unit.value === "calendarDay") return countOfDays(count, invite.n.value);
  return count === "clear" ? "die volle Frist liegt dazwischen" : "der letzte Tag der Frist reicht noch";
}

function secondsText(seconds: number): string {
  return seconds % 60 === 0 ? counted(seconds / 60, "Minute", "Minuten") : counted(seconds, "Sekunde", "Sekunden");
}
