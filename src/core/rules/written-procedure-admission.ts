import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type WrittenAdmissionInput = {
  /** Art des Gegenstands, named as in `umlauf.excluded`: "wahl", "go-aenderung", "wahleinspruch", "sachbeschluss". */
  readonly subject: string;
  /** A reason was given why it cannot wait for the next meeting. */
  readonly isUrgent?: boolean;
  /** Gegenstand einfacher Art. */
  readonly isSimple?: boolean;
  /** The chair, or its deputy, starts it. */
  readonly byChair?: boolean;
  /** The committee has empowered the chair to it before. */
  readonly isAuthorized?: boolean;
};

export type WrittenAdmissionReason =
  | "notProvided"
  | "excluded"
  | "notUrgent"
  | "notSimple"
  | "notChair"
  | "notAuthorized";

export type WrittenAdmissionRuling = Derivation<"umlauf.admission"> & {
  readonly isAllowed: boolean;
  readonly reason?: WrittenAdmissionReason;
  readonly subject: string;
  readonly excluded: readonly string[];
};

/** Der Gegenstand, den `goChange.notByUmlauf` ausnimmt. */
const RULES_CHANGE = "go-aenderung";

/** Zulässigkeit des Umlaufverfahrens (GO): at all, for this kind of subject, and under the condition the rules make. */
export function writtenAdmission(rules: Rules, input: WrittenAdmissionInput): WrittenAdmissionRuling {
  const found = refusalOf(rules, input);
  const { admission, excluded } = rules.umlauf;
  return {
    rule: "umlauf.admission",
    citation: found?.citation ?? cite("umlauf.admission", admission),
    alsoFrom: [],
    isAllowed: found === undefined,
    ...(found === undefined ? {} : { reason: found.reason }),
    subject: input.subject,
    excluded: excluded.value,
  };
}

type Refused = { readonly reason: WrittenAdmissionReason; readonly citation: Citation };

function refusalOf(rules: Rules, input: WrittenAdmissionInput): Refused | undefined {
  const { allowed, excluded, admission } = rules.umlauf;
  const { notByUmlauf } = rules.goChange;
  if (!allowed.value) return { reason: "notProvided", citation: cite("umlauf.allowed", allowed) };
  if (excluded.value.includes(input.subject))
    return { reason: "excluded", citation: cite("umlauf.excluded", excluded) };
  if (input.subject === RULES_CHANGE && notByUmlauf.value)
    return { reason: "excluded", citation: cite("goChange.notByUmlauf", notByUmlauf) };
  const reason = unmetCondition(rules, input);
  return reason === undefined ? undefined : { reason, citation: cite("umlauf.admission", admission) };
}

function unmetCondition(rules: Rules, input: WrittenAdmissionInput): WrittenAdmissionReason | undefined {
  const { isUrgent = false, isSimple = false, byChair = false, isAuthorized = false } = input;
  switch (rules.umlauf.admission.value) {
    case "always":
      return undefined;
    case "urgent":
      return isUrgent ? undefined : "notUrgent";
    case "simpleMatter":
      return isSimple ? undefined : "notSimple";
    case "chair":
      return byChair ? undefined : "notChair";
    case "authorized":
      return isAuthorized ? undefined : "notAuthorized";
  }
}
