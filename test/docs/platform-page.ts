import { blocksOf, type ChatLine, examplesOf } from "./page-examples.ts";

/** The code which a page shows; everybody gets another one. */
export const SHOWN_CODE = "K7QF2-M9XRA";

/** The committee of the pages on chat platforms; `room`: how its room stands in the file. */
export const pageCommittee = (room: string): string => `name: AG 78
land: SH
seit: 2026-01-01
traeger:
  - name: Jugendamt
    art: oeffentlich
    personen: [{ anrede: Frau, name: Vollmer, rolle: stimmberechtigt, aemter: [Geschäftsführung, Sprecher*in] }]
  - { name: Hebammenpraxis, personen: [{ anrede: Frau, name: Ahrens, rolle: stimmberechtigt }] }
  - { name: Regenbogen, personen: [{ anrede: Herr, name: Demir, rolle: stimmberechtigt }] }
aemter:
  - { titel: Geschäftsführung, art: geschaeftsfuehrung }
  - { titel: Sprecher*in, art: vorsitz }
raeume:
  - ${room}
`;

/** What is typed in blocks of the kind "text PLACE", with that place, in their order. */
export function chatIn(page: string, places: RegExp): readonly (ChatLine & { readonly where: string })[] {
  return blocksOf(page).flatMap(({ info, lines }) => {
    const where = places.exec(info)?.[1];
    if (where === undefined) return [];
    return examplesOf(["```text", ...lines, "```"].join("\n")).flatMap((one) =>
      one.kind === "chat" ? [{ ...one, where }] : [],
    );
  });
}
