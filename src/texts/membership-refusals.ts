import type { ImportProblem, MembershipRefusal } from "../core/membership/refusal.ts";
import { numericDate } from "./dates.ts";
import { counted, joined } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";

/** The sentence for somebody unknown is the committee's, the same for all slices. */
type OwnRefusal = Exclude<MembershipRefusal, { code: "UnknownPerson" }>;

const askForCode = "Einen neuen Code bekommen Sie von der Geschäftsführung.";

/** Was die Mitgliedschaft ablehnt, mit Grund und dem, was jetzt möglich ist. */
export const membershipRefusal: Sentences<OwnRefusal["code"]> = {
  ImportRefused: ({ problems }) => ({
    lines: [
      `Abgelehnt: Die Gremiumsdatei passt nicht zusammen (${counted(problems.length, "Stelle", "Stellen")}). Geändert wurde nichts.`,
      ...problems.map(importProblem),
    ],
    commands: [],
  }),
  PersonNotMember: ({ person }, names) =>
    said(
      `${names.person(person)} gehört heute nicht zu diesem Gremium.`,
      "Die Geschäftsführung kann die Person in die Gremiumsdatei aufnehmen.",
    ),
  LinkCodeWrong: () =>
    said("Diesen Code gibt es nicht.", `Bitte genau so eingeben, wie er ausgegeben wurde. ${askForCode}`),
  LinkCodeExpired: ({ validUntil }) => said(`Dieser Code galt bis zum ${numericDate(validUntil)}.`, askForCode),
  LinkCodeSpent: () => said("Dieser Code wurde schon benutzt oder durch einen neueren ersetzt.", askForCode),
  LinkCodeTaken: () => said("Dieser Code ist schon vergeben.", "Bitte noch einmal versuchen.", "code"),
  AccountTaken: ({ person }, names) =>
    said(
      `Mit diesem Konto ist schon ${names.person(person)} verbunden.`,
      "Soll es gewechselt werden, melden Sie es zuerst ab.",
      "abmelden",
    ),
  AccountNotLinked: () =>
    said("Dieses Konto ist mit niemandem verbunden.", "Zum Verbinden geben Sie Ihren Code ein.", "anmelden"),
};

type ProblemSentences = {
  readonly [Code in ImportProblem["code"]]: (facts: Extract<ImportProblem, { code: Code }>) => string;
};

const kinds = { organization: "Träger", person: "Personen", office: "Ämter", room: "Räume" } as const;

const problemSentences: ProblemSentences = {
  NoOrganization: () => "Es ist kein Träger genannt; mindestens einer muss es sein.",
  KeyTwice: ({ of, key }) => `Zwei ${kinds[of]} haben den Schlüssel »${key}«.`,
  OrganizationUnknown: ({ person, organization }) =>
    `${person} gehört zu einem Träger, der nicht in der Datei steht (»${organization}«).`,
  SeatMissing: ({ person }) => `${person} soll abstimmen dürfen, gehört aber zu keinem Träger.`,
  SeatUnknown: ({ person, organization, seats }) =>
    `${person} soll auf einem Sitz abstimmen, den ${organization} nicht hat (${counted(seats, "Sitz", "Sitze")}).`,
  UntilBeforeSince: ({ name, since, until }) =>
    `${name}: Das Ende (${numericDate(until)}) liegt vor dem Beginn (${numericDate(since)}).`,
  HolderNotMember: ({ title, person }) =>
    `»${person}« soll das Amt »${title}« haben, gehört aber nicht (mehr) zum Gremium.`,
  OfficeOverfull: ({ title, places, holders }) =>
    `Das Amt »${title}« hat ${counted(places, "Platz", "Plätze")}, es hätten aber ${holders.length} Personen: ${joined(holders)}. Wer es nicht mehr hat, fällt weg, wenn alle anderen am Amt unter »inhaber« stehen.`,
  ElectedOfficeMissing: ({ title, holders }) =>
    `Das Amt »${title}« fehlt in der Datei, ist aber durch Wahl besetzt (${joined(holders)}). Soll es wegfallen, zuerst mit »inhaber: []« frei machen.`,
};

/** Was an einer Gremiumsdatei nicht zusammenpasst, in einem Satz. */
export function importProblem(problem: ImportProblem): string {
  // Each sentence is written for the facts of its own code; the table is checked against that.
  const sentence = problemSentences[problem.code] as (facts: ImportProblem) => string;
  return sentence(problem);
}
