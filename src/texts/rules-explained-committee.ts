import type { Rules } from "../core/rules/rules.ts";
import { counted } from "./names.ts";
import { type Explained, one, yesOrNo } from "./rules-explained-section.ts";
import { periodText, thresholdText } from "./rules-explained-values.ts";

type Sections = Explained<
  Pick<
    Rules,
    | "timezone"
    | "land"
    | "membership"
    | "office"
    | "chair"
    | "publish"
    | "privacy"
    | "subgroup"
    | "goChange"
    | "goDeviation"
  >
>;

/** Membership, offices, subgroups and the rules of procedure themselves, in sentences. */
export const committeeSentences: Sections = {
  timezone: (zone) => `Alle Zeiten gelten in der Zeitzone ${zone}.`,
  land: (land) => (land === null ? "Feiertage: nur die bundesweiten." : `Feiertage: die des Landes ${land}.`),
  membership: {
    votingUnit: one({
      seat: "Jeder Träger hat einen Sitz und eine Stimme, gleich wie viele Menschen er schickt.",
      person: "Jedes Mitglied hat für sich eine Stimme.",
    }),
    publicCarrierSeats: (n) =>
      n === 0
        ? "Der öffentliche Träger hat keinen Sitz."
        : `Der öffentliche Träger hat ${counted(n, "Sitz", "Sitze")}.`,
    splitVote: (value, rules) =>
      rules.membership.votingUnit.value === "person"
        ? undefined
        : {
            designated: "Schickt ein Träger mehrere Personen, stimmt nur die dafür benannte.",
            firstCounts: "Stimmen mehrere Personen eines Sitzes, zählt die erste Stimme.",
            invalid: "Stimmen mehrere Personen eines Sitzes verschieden, ist die Stimme ungültig.",
          }[value],
    proxy: one({
      none: "Eine Stimme kann nicht übertragen werden, auch nicht auf eine Stellvertretung.",
      namedDeputy: "Bei Verhinderung stimmt die benannte Stellvertretung.",
      poa1: "Bei Verhinderung stimmt die Stellvertretung; daneben kann eine Person durch schriftliche Vollmacht für eine Sitzung eine weitere Stimme führen.",
      poa2: "Bei Verhinderung stimmt die Stellvertretung; daneben kann eine Person durch schriftliche Vollmacht für eine Sitzung zwei weitere Stimmen führen.",
    }),
    maxVotesPerPerson: (n) =>
      `Eine Person führt höchstens ${counted(n, "Stimme", "Stimmen")}; Vollmachten zählen dabei nicht mit.`,
    advisory: ({ speak, move }) => {
      const rights = [...(speak ? ["reden"] : []), ...(move ? ["Anträge stellen"] : [])];
      return rights.length === 0
        ? "Beratende Mitglieder dürfen weder reden noch Anträge stellen."
        : `Beratende Mitglieder dürfen ${rights.join(" und ")}, nicht abstimmen.`;
    },
    guest: ({ speak }) =>
      ({
        always: "Gäste dürfen reden.",
        chair: "Gäste reden, wenn die Sitzungsleitung ihnen das Wort gibt.",
        never: "Gäste reden nicht.",
      })[speak],
    endsWith: one({
      statement: "Die Mitgliedschaft endet durch Erklärung.",
      contract: "Die Mitgliedschaft endet mit der Leistungsvereinbarung.",
    }),
    suspension: yesOrNo("Ein Stimmrecht kann ruhen; solange ist das Mitglied beratend.", "Ein Stimmrecht ruht nicht."),
  },
  office: {
    chair: {
      title: (title) => `Das Amt des Vorsitzes heißt »${title}«.`,
      term: (term) => `Die Amtszeit beträgt ${periodText(term)}.`,
      holdOver: yesOrNo(
        "Wer ein Amt hat, führt es bis zur Neuwahl kommissarisch weiter.",
        "Ein Amt endet mit der Amtszeit, auch ohne Neuwahl.",
      ),
      shared: yesOrNo("Mehrere Personen können sich den Vorsitz teilen.", "Den Vorsitz hat eine Person."),
      chairKeepsSeatVote: yesOrNo(
        "Wer den Vorsitz führt, behält die Stimme des eigenen Sitzes.",
        "Wer den Vorsitz führt, stimmt nicht mit ab.",
      ),
    },
    management: (who) => `Die Geschäfte (Einladungen, Protokolle) führt: ${who}.`,
    recall: (recall) => {
      if (recall.kind === "never") return "Eine Abwahl gibt es nicht.";
      if (recall.kind === "successor") return "Abgewählt wird nur, indem eine Nachfolge gewählt wird.";
      return `Für eine Abwahl nötig: ${thresholdText(recall)}.`;
    },
    recallNeedsReason: (needs, rules) => {
      if (rules.office.recall.value.kind === "never") return undefined;
      return needs
        ? "Eine Abwahl braucht einen wichtigen Grund, der genannt wird."
        : "Eine Abwahl braucht keinen Grund.";
    },
  },
  chair: {
    rulingAppealable: yesOrNo(
      "Gegen eine Entscheidung der Sitzungsleitung kann die AG angerufen werden.",
      "Entscheidungen der Sitzungsleitung sind in der Sitzung endgültig.",
    ),
    handsOverToDebate: yesOrNo(
      "Wer leitet und mitreden will, gibt die Leitung solange ab.",
      "Wer leitet, darf mitreden.",
    ),
    interpretsRules: one({
      chair: "Wie die Geschäftsordnung auszulegen ist, entscheidet in der Sitzung die Leitung.",
      body: "Wie die Geschäftsordnung auszulegen ist, entscheidet die AG.",
    }),
  },
  publish: {
    stripInternalHosts: yesOrNo(
      "Interne Verweise werden vor jeder Veröffentlichung entfernt.",
      "Interne Verweise bleiben in veröffentlichten Papieren stehen.",
    ),
  },
  privacy: {
    blockCaseData: yesOrNo(
      "Angaben zu Einzelfällen werden nicht aufgezeichnet.",
      "Angaben zu Einzelfällen werden nicht zurückgewiesen.",
    ),
  },
  subgroup: {
    timeLimited: yesOrNo("Unterarbeitsgruppen sind befristet.", "Unterarbeitsgruppen sind nicht befristet."),
    mandateRequired: yesOrNo(
      "Eine Unterarbeitsgruppe braucht einen Arbeitsauftrag.",
      "Eine Unterarbeitsgruppe kann ohne Arbeitsauftrag entstehen.",
    ),
    reportRequired: yesOrNo("Unterarbeitsgruppen berichten der AG.", "Unterarbeitsgruppen müssen nicht berichten."),
    reviewWithin: (period) =>
      period === null
        ? undefined
        : `Über jede Unterarbeitsgruppe wird spätestens nach ${dative(periodText(period))} neu entschieden.`,
  },
  goChange: {
    threshold: (threshold) => `Für eine Änderung der Geschäftsordnung nötig: ${thresholdText(threshold)}.`,
    announced: yesOrNo(
      "Eine Änderung der Geschäftsordnung muss auf der verschickten Tagesordnung stehen.",
      "Eine Änderung der Geschäftsordnung braucht keine Ankündigung.",
    ),
    notByUmlauf: yesOrNo(
      "Die Geschäftsordnung wird nicht im Umlauf geändert.",
      "Die Geschäftsordnung kann auch im Umlauf geändert werden.",
    ),
    consentOf: (who) => (who === null ? undefined : `Einer Änderung der Geschäftsordnung muss zustimmen: ${who}.`),
    adoptedBy: one({
      ag: "Die Geschäftsordnung gibt sich die AG selbst.",
      jha: "Die Geschäftsordnung beschließt der Jugendhilfeausschuss.",
    }),
  },
  goDeviation: (threshold) =>
    `Für eine Abweichung von der Geschäftsordnung im Einzelfall nötig: ${thresholdText(threshold)}.`,
};

/** "14 Tagen", after a preposition. */
function dative(period: string): string {
  return period.replace(/(Tag|Monat|Jahr)e$/, "$1en");
}
