/** Zusage in der Zukunft: what is to be done; who and until when are left open unless the sentence says so. */
export type PromiseSentence = {
  readonly what: string;
  /** What it follows from ("Fachaustausch-Workshop"). */
  readonly after?: string;
};

/** Participle → infinitive of the verbs with which results are passed on. */
const VERBS: Readonly<Record<string, string>> = {
  übermittelt: "übermitteln",
  übersandt: "übersenden",
  zugesandt: "zusenden",
  vorgelegt: "vorlegen",
  vorgestellt: "vorstellen",
  mitgeteilt: "mitteilen",
  nachgereicht: "nachreichen",
  weitergeleitet: "weiterleiten",
  weitergegeben: "weitergeben",
  zugeleitet: "zuleiten",
  bereitgestellt: "bereitstellen",
};

const TO = String.raw`(?:(?<article>dem|der|den|an den|an die|an das) (?<body>\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?))`;
const PROMISE = new RegExp(
  String.raw`^(?<subject>[^.]*?),? (?:wird|werden) (?:\p{Ll}+ )*?${TO} (?:[\p{L}]+ )*?(?<verb>${Object.keys(VERBS).join("|")})(?: werden)?[.!]?$`,
  "u",
);
const EVENT =
  /\b(?<article>einen|ein|eine) (?:\p{Ll}+ )*(?<event>\p{Lu}[\p{L}-]*)(?: im (?<format>\p{Lu}\p{L}+)-Format)? (?:durchzuführen|zu veranstalten|abzuhalten)/u;

/** Liest eine Zusage ("Die Ergebnisse werden dem JHA im Nachgang übermittelt."). `before`: the sentence before it, for "daraus". */
export function readPromise(text: string, before?: string): PromiseSentence | undefined {
  const match = PROMISE.exec(text.trim());
  const { subject, article, body, verb } = match?.groups ?? {};
  if (subject === undefined || body === undefined || verb === undefined) return undefined;
  const infinitive = VERBS[verb];
  if (infinitive === undefined) return undefined;
  const refersBack = /\b(?:daraus|hieraus)\b/iu.test(subject);
  const event = refersBack && before !== undefined ? eventIn(before) : undefined;
  const thing = subject
    .replace(/^(?:Die|Das|Der|Den) /u, "")
    .replace(/\b(?:daraus|hieraus) \p{Ll}+ /u, "")
    .trim();
  const what = [thing, event?.genitive, recipient(article, body), infinitive].filter((part) => part !== undefined);
  return { what: what.join(" "), ...(event === undefined ? {} : { after: event.name }) };
}

function recipient(article: string | undefined, body: string): string {
  if (article === "dem" || article === "an den") return `an den ${body}`;
  return article === "an das" ? `an das ${body}` : `an die ${body}`;
}

function eventIn(sentence: string): { readonly name: string; readonly genitive: string } | undefined {
  const { article, event, format } = EVENT.exec(sentence)?.groups ?? {};
  if (event === undefined) return undefined;
  const genitive = article === "eine" ? `der ${event}` : `des ${event}s`;
  return { name: format === undefined ? event : `${event}-${format}`, genitive };
}
