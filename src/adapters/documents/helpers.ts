import { z } from "zod";
import type { HeadCount, VoteCount } from "../../core/papers/views.ts";
import { DATE_STYLES, germanDate, germanPeriod, germanTime } from "./german-date.ts";
import { labelOf } from "./labels.ts";
import { conjunction, nameOf, namesOf } from "./printed-names.ts";
import { countsSchema, headCountSchema, linkSchema, partySchema, personSchema } from "./view-schemas.ts";

/** What a helper prints: pieces that become nodes of the tree only after the template was parsed. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "source-mark"; readonly text: string };

export type HelperContext = { readonly showSources: boolean };

/** What a parameter must be; `missing: true` where the field may be absent. */
export type Parameter =
  | { readonly kind: "word"; readonly words: readonly string[] }
  | { readonly kind: Exclude<ParameterKind, "word">; readonly missing?: boolean };
export type ParameterKind =
  | "word"
  | "any"
  | "text"
  | "number"
  | "date"
  | "time"
  | "code"
  | "sentence"
  | "sourced"
  | "link"
  | "headCount"
  | "somebody"
  | "persons"
  | "counts"
  | "texts";

type Printer = {
  readonly use: "print";
  readonly parameters: readonly Parameter[];
  readonly required: number;
  readonly print: (values: readonly unknown[], context: HelperContext) => string | readonly Piece[];
};
type Condition = {
  readonly use: "condition";
  readonly parameters: readonly Parameter[];
  readonly required: number;
  readonly test: (values: readonly unknown[]) => boolean;
};
export type Helper = Printer | Condition;

const sourcedSchema = z.object({ sources: z.array(z.int()).min(1) });
const sentenceSchema = z.object({ text: z.string(), sources: z.array(z.int()).min(1) });
const partyOrPerson = z.union([personSchema, partySchema]);

/** The helpers of the templates, under the German names the office writes. `templates/LIESMICH.md` lists them. */
export const HELPERS: Readonly<Record<string, Helper>> = {
  datum: printer(1, [{ kind: "date" }, { kind: "word", words: DATE_STYLES }], ([iso, style]) =>
    germanDate(z.string().parse(iso), z.enum(DATE_STYLES).default("kurz").parse(style)),
  ),
  zeit: printer(1, [{ kind: "time" }], ([time]) => germanTime(z.string().parse(time))),
  zeitraum: printer(2, [{ kind: "time" }, { kind: "time", missing: true }], ([begin, end]) =>
    germanPeriod(z.string().parse(begin), z.string().optional().parse(end)),
  ),
  satz: printer(1, [{ kind: "sentence" }], ([sentence], context) => {
    const { text, sources } = sentenceSchema.parse(sentence);
    return [{ kind: "text", text }, ...sourceMark(sources, context)];
  }),
  quelle: printer(1, [{ kind: "sourced" }], ([sourced], context) =>
    sourceMark(sourcedSchema.parse(sourced).sources, context),
  ),
  bezeichnung: printer(1, [{ kind: "code" }], ([code]) => labelOf(z.string().parse(code)) ?? z.string().parse(code)),
  wer: printer(1, [{ kind: "somebody" }], ([somebody]) => nameOf(partyOrPerson.parse(somebody))),
  namen: printer(1, [{ kind: "persons" }], ([persons]) => namesOf(z.array(personSchema).parse(persons))),
  anzahl: printer(1, [{ kind: "headCount" }], ([count]) => headCountOf(headCountSchema.parse(count))),
  stimmen: printer(1, [{ kind: "counts" }], ([counts]) => countsSchema.parse(counts).map(countOf).join(", ")),
  liste: printer(1, [{ kind: "texts" }], ([texts]) => listOf(z.array(z.string()).parse(texts))),
  plural: printer(3, [{ kind: "number" }, { kind: "text" }, { kind: "text" }], ([number, one, many]) => {
    const amount = z.number().parse(number);
    return `${amount} ${z.string().parse(amount === 1 ? one : many)}`;
  }),
  verweis: printer(1, [{ kind: "link" }], ([link]) => {
    const { text, url } = linkSchema.parse(link);
    return [url === undefined ? { kind: "text", text } : { kind: "link", text, url }];
  }),
  gleich: condition(
    [
      { kind: "any", missing: true },
      { kind: "any", missing: true },
    ],
    ([one, other]) => one === other,
  ),
  vorhanden: condition([{ kind: "any", missing: true }], ([value]) => value !== undefined && value !== null),
};

function printer(required: number, parameters: readonly Parameter[], print: Printer["print"]): Printer {
  return { use: "print", required, parameters, print };
}

function condition(parameters: readonly Parameter[], test: Condition["test"]): Condition {
  return { use: "condition", required: parameters.length, parameters, test };
}

/** " [12, 14]" in the internal version, nothing in the public one. */
function sourceMark(sources: readonly number[], context: HelperContext): readonly Piece[] {
  return context.showSources ? [{ kind: "source-mark", text: `[${sources.join(", ")}]` }] : [];
}

function headCountOf(count: HeadCount): string {
  return count.qualifier === undefined ? String(count.number) : `${count.qualifier} ${count.number}`;
}

function countOf(count: VoteCount): string {
  const plural = count.choice === "abstain" && count.number !== 1 ? "Enthaltungen" : labelOf(count.choice);
  return `${count.number} ${plural ?? count.choice}`;
}

/** "a, b und c"; with semicolons where an entry has a comma or an "und" of its own. */
function listOf(texts: readonly string[]): string {
  return texts.some((text) => /,| und /.test(text)) ? texts.join("; ") : conjunction(texts);
}
