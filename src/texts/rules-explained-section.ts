import type { Rules } from "../core/rules/rules.ts";
import type { Setting } from "../core/rules/setting.ts";

/**
 * Ein Satz je Einstellung: what this value means, as somebody would say it; `undefined` where it plays no part under the other
 * rules. A setting without its sentence does not compile.
 */
export type Explained<Node> =
  Node extends Setting<infer Value>
    ? (value: Value, rules: Rules) => string | undefined
    : { readonly [Key in keyof Node]: Explained<Node[Key]> };

/** A sentence for each of the possible values. */
export const one =
  <Value extends string>(sentences: Readonly<Record<Value, string>>) =>
  (value: Value): string =>
    sentences[value];

/** A sentence for yes and one for no. */
export const yesOrNo =
  (yes: string, no: string) =>
  (value: boolean): string =>
    value ? yes : no;
