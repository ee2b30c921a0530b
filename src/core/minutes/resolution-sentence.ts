/** Beschluss, as a sentence tells of it. Nothing is inferred: counts are undefined where the sentence names none. */
export type ResolutionSentence = {
  readonly result: "geändert beschlossen" | "unverändert beschlossen" | "beschlossen" | "abgelehnt";
  /** "von den 17 stimmberechtigten Mitgliedern": entitled, never a count of votes. */
  readonly eligible?: number;
  readonly counts?: { readonly yes: number; readonly no: number; readonly abstain: number };
  /** "einstimmig", "mehrheitlich", "einvernehmlich", if the sentence says so. */
  readonly label?: "einstimmig" | "mehrheitlich" | "einvernehmlich";
  /** The sentence refers to an annex. */
  readonly attachmentExpected: boolean;
};

/** Liest einen Satz, der von einem Beschluss erzählt; undefined if it tells of none. */
export function readResolutionSentence(text: string): ResolutionSentence | undefined {
  const result = resultOf(text);
  if (result === undefined) return undefined;
  const eligible = /\b(\d{1,4}) (?:anwesenden )?stimmberechtigte[nr]?\b/iu.exec(text)?.[1];
  const counts = countsOf(text);
  const label = /\b(einstimmig|mehrheitlich|einvernehmlich)/iu.exec(text)?.[1]?.toLowerCase();
  return {
    result,
    ...(eligible === undefined ? {} : { eligible: Number(eligible) }),
    ...(counts === undefined ? {} : { counts }),
    ...(label === "einstimmig" || label === "mehrheitlich" || label === "einvernehmlich" ? { label } : {}),
    attachmentExpected: /\bAnlage\b/iu.test(text),
  };
}

function resultOf(text: string): ResolutionSentence["result"] | undefined {
  if (/\babgelehnt\b/iu.test(text)) return "abgelehnt";
  if (!/\b(?:beschlossen|verabschiedet|angenommen|zugestimmt)\b/iu.test(text)) return undefined;
  if (/\b(?:unverändert|ohne Änderung(?:en)?)\b/iu.test(text)) return "unverändert beschlossen";
  return /\b(?:mit (?:\p{L}+ ){0,2}Änderungen|in (?:der )?geänderte[nr] Fassung|geändert)\b/iu.test(text)
    ? "geändert beschlossen"
    : "beschlossen";
}

function countsOf(text: string): ResolutionSentence["counts"] {
  const yes = countOf(text, "Ja", "Dafür|Zustimmung");
  const no = countOf(text, "Nein", "Dagegen|Ablehnung");
  if (yes === undefined || no === undefined) return undefined;
  return { yes, no, abstain: countOf(text, "Enthaltung(?:en)?", "Enthaltung") ?? 0 };
}

/** "JA-Stimmen:9" or "Dafür 7" before "9 Ja": the number behind one word is the number in front of the next. */
function countOf(text: string, word: string, label: string): number | undefined {
  const labelled = new RegExp(String.raw`\b(?:${word}(?:-Stimmen)? ?:|(?:${label}):?) ?(\d{1,4})`, "iu");
  const counted = new RegExp(String.raw`\b(\d{1,4}) ${word}\b`, "iu");
  const number = (labelled.exec(text) ?? counted.exec(text))?.[1];
  return number === undefined ? undefined : Number(number);
}
