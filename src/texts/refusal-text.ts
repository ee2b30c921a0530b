/**
 * Ablehnung in Worten: what is refused and why; then what is possible now. `commands` are whole lines that can be sent as they
 * are; what still needs a name or a text stands in the lines.
 */
export type RefusalText = { readonly lines: readonly string[]; readonly commands: readonly string[] };

export const said = (why: string, next: string, ...commands: readonly string[]): RefusalText => ({
  lines: [`Abgelehnt: ${why}`, next],
  commands,
});
