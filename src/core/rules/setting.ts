/**
 * Einstellung: one value of the rules of procedure, and where it comes from. `go`: the committee's own rules say so, with the
 * paragraph ("§ 6 Abs. 2") and the words if the file gives them. `default`: they are silent, the profile speaks.
 */
export type Setting<T> = {
  readonly value: T;
  readonly origin: "go" | "default";
  readonly paragraph?: string;
  readonly quotation?: string;
};

/** Fundstelle: the setting a ruling rests on, without its value. `setting` is its path, e.g. "majority.basis". */
export type Citation = {
  readonly setting: string;
  readonly origin: "go" | "default";
  readonly paragraph?: string;
  readonly quotation?: string;
};

/** Einstellungen nach ihrem Pfad ("quorum.kind"), as a GO says them: value, paragraph, quotation. */
export type SettingsByPath = Readonly<
  Record<string, { readonly value: unknown; readonly paragraph?: string; readonly quotation?: string }>
>;

/** What every ruling carries: the rule applied, its source, and the further settings that had a part in this outcome. */
export type Derivation<Rule extends string> = {
  readonly rule: Rule;
  readonly citation: Citation;
  readonly alsoFrom: readonly Citation[];
};

export const byDefault = <T>(value: T): Setting<T> => ({ value, origin: "default" });

export function cite(path: string, setting: Setting<unknown>): Citation {
  const { origin, paragraph, quotation } = setting;
  // Most settings name no place, and every ruling comes by here.
  if (paragraph === undefined && quotation === undefined) return { setting: path, origin };
  return {
    setting: path,
    origin,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(quotation === undefined ? {} : { quotation }),
  };
}
