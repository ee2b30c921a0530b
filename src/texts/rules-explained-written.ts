import type { Rules } from "../core/rules/rules.ts";
import { counted } from "./names.ts";
import type { committeeSentences } from "./rules-explained-committee.ts";
import type { meetingSentences } from "./rules-explained-meeting.ts";
import { type Explained, one, yesOrNo } from "./rules-explained-section.ts";
import { demandText, ofWhat, periodText, wordsText } from "./rules-explained-values.ts";
import type { votingSentences } from "./rules-explained-voting.ts";

const announceWords = {
  immediatelyText: "sofort im Wortlaut an alle",
  nextMeeting: "in der nächsten Sitzung",
} as const;

type SaidElsewhere = keyof typeof committeeSentences | keyof typeof meetingSentences | keyof typeof votingSentences;

/** Where something is switched off, its details are of no interest. */
const ifUmlauf =
  <Value>(sentence: (value: Value, rules: Rules) => string | undefined) =>
  (value: Value, rules: Rules): string | undefined =>
    rules.umlauf.allowed.value ? sentence(value, rules) : undefined;
const ifExcluding =
  <Value>(sentence: (value: Value) => string | undefined) =>
  (value: Value, rules: Rules): string | undefined =>
    rules.bias.enabled.value ? sentence(value) : undefined;

/** Written procedures, conflicts of interest and minutes, in sentences. */
export const writtenSentences: Explained<Omit<Rules, SaidElsewhere>> = {
  umlauf: {
    allowed: yesOrNo("Beschlüsse im Umlauf sind möglich.", "Beschlüsse im Umlauf gibt es nicht."),
    admission: ifUmlauf(
      one({
        always: "Der Umlauf ist an keinen besonderen Anlass gebunden.",
        urgent: "Den Umlauf gibt es nur, wenn es eilt.",
        simpleMatter: "Den Umlauf gibt es nur für einfache Fragen.",
        chair: "Über den Umlauf entscheidet der Vorsitz.",
        authorized: "Den Umlauf muss die AG vorher erlaubt haben.",
      }),
    ),
    minDays: ifUmlauf((n: number) => `Ein Umlauf dauert mindestens ${counted(n, "Tag", "Tage")}.`),
    maxDays: ifUmlauf((n: number | null) =>
      n === null ? undefined : `Ein Umlauf dauert höchstens ${counted(n, "Tag", "Tage")}.`,
    ),
    binding: ifUmlauf((value: "must" | "should", { umlauf }) => {
      if (value === "must") return undefined;
      return umlauf.maxDays.value === null
        ? "Diese Dauer ist eine Sollvorschrift."
        : "Diese Grenzen sind Sollvorschriften.";
    }),
    shift: ifUmlauf(
      one({
        bgb193: "Endet die Frist am Wochenende oder Feiertag, gilt der nächste Werktag (§ 193 BGB).",
        fixedDay: "Endet die Frist am Wochenende oder Feiertag, bleibt es bei diesem Tag.",
      }),
    ),
    objection: ifUmlauf((demand: Parameters<typeof demandText>[0]) =>
      demand.kind === "never"
        ? "Dem Umlauf kann niemand widersprechen."
        : `Den Umlauf stoppt ein Widerspruch; nötig: ${demandText(demand)}.`,
    ),
    majority: ifUmlauf((value: Rules["umlauf"]["majority"]["value"]) => {
      if (value === "allConsent") return "Im Umlauf müssen alle zustimmen.";
      if (value === "allEntitled")
        return "Im Umlauf braucht ein Beschluss mehr als die Hälfte aller Stimmberechtigten.";
      return `Im Umlauf braucht ein Beschluss mehr als die Hälfte ${ofWhat(value)}.`;
    }),
    quorum: ifUmlauf(({ moreThanHalf, min }: Rules["umlauf"]["quorum"]["value"]) => {
      const parts = [
        ...(moreThanHalf ? ["mehr als die Hälfte aller Sitze"] : []),
        ...(min === undefined ? [] : [`mindestens ${min} Sitze`]),
      ];
      return parts.length === 0
        ? "Wie viele sich am Umlauf beteiligen, ist gleich."
        : `Am Umlauf müssen sich beteiligen: ${parts.join(" und ")}.`;
    }),
    silence: ifUmlauf(
      one({ none: "Schweigen im Umlauf ist keine Stimme.", consent: "Schweigen im Umlauf gilt als Zustimmung." }),
    ),
    earlyClose: ifUmlauf(
      yesOrNo(
        "Ein Umlauf endet früher, wenn das Ergebnis feststeht.",
        "Ein Umlauf läuft immer bis zum Ende der Frist.",
      ),
    ),
    excluded: ifUmlauf((words: readonly string[]) =>
      words.length === 0 ? "Vom Umlauf ist nichts ausgenommen." : `Nicht im Umlauf: ${wordsText(words)}.`,
    ),
    announce: ifUmlauf((ways: Rules["umlauf"]["announce"]["value"]) =>
      ways.length === 0
        ? undefined
        : `Das Ergebnis eines Umlaufs wird bekannt gegeben: ${ways.map((way) => announceWords[way]).join(" und ")}.`,
    ),
    requireDeliveryToAll: ifUmlauf(
      yesOrNo(
        "Ein Umlauf gilt nur, wenn die Vorlage alle erreicht hat.",
        "Ein Umlauf gilt auch, wenn die Vorlage nicht alle erreicht hat.",
      ),
    ),
    memberReplacesSubstitute: ifUmlauf(
      yesOrNo(
        "Stimmt das Mitglied rechtzeitig, ersetzt das die Stimme der Stellvertretung.",
        "Hat die Stellvertretung im Umlauf gestimmt, bleibt es dabei.",
      ),
    ),
  },
  bias: {
    enabled: yesOrNo("Wer befangen ist, wirkt nicht mit.", "Befangenheit kennt die Geschäftsordnung nicht."),
    scope: ifExcluding(
      one({
        directInterest: "Befangen ist, wer selbst unmittelbar Vorteil oder Nachteil hätte.",
        legalTransaction: "Befangen ist nur, mit wem ein Rechtsgeschäft oder Rechtsstreit ansteht.",
      }),
    ),
    decidedBy: ifExcluding(
      one({
        body: "Im Zweifel entscheidet die AG, wer befangen ist.",
        self: "Jede Person entscheidet selbst, ob sie befangen ist.",
      }),
    ),
    mustLeave: ifExcluding(
      yesOrNo(
        "Wer befangen ist, verlässt für den Punkt den Raum.",
        "Wer befangen ist, stimmt nicht mit, darf aber bleiben.",
      ),
    ),
    notForElections: ifExcluding(yesOrNo("Bei Wahlen ist niemand befangen.", "Auch bei Wahlen gibt es Befangenheit.")),
    invalidIfDecisive: ifExcluding(
      yesOrNo(
        "Hat eine befangene Person mitgestimmt, ist der Beschluss nur unwirksam, wenn es darauf ankam.",
        "Hat eine befangene Person mitgestimmt, ist der Beschluss unwirksam.",
      ),
    ),
  },
  protocol: {
    kind: one({
      ergebnis: "Geführt wird ein Ergebnisprotokoll.",
      beschluss: "Geführt wird ein Beschlussprotokoll.",
      verlauf: "Geführt wird ein Verlaufsprotokoll.",
    }),
    required: (words) => `Pflichtangaben des Protokolls: ${wordsText(words)}.`,
    draftWithin: (period) => `Der Entwurf liegt ${periodText(period)} nach der Sitzung vor.`,
    objectionWithin: (period) => `Einwände gegen das Protokoll sind ${periodText(period)} lang möglich.`,
    objectionNeedsReason: yesOrNo(
      "Einwände gegen das Protokoll brauchen einen Grund.",
      "Einwände gegen das Protokoll brauchen keinen Grund.",
    ),
    approval: one({
      nextMeeting: "Das Protokoll wird in der nächsten Sitzung genehmigt.",
      objectionsOnly: "Behandelt werden nur Einwände; ohne Einwand gilt das Protokoll.",
      silence: "Widerspricht niemand in der Frist, ist das Protokoll genehmigt.",
      signature: "Das Protokoll gilt mit der Unterschrift.",
    }),
    sign: (words) => `Es unterschreiben: ${wordsText(words)}.`,
    distribution: (words) => `Das Protokoll erhalten: ${wordsText(words)}.`,
  },
};
