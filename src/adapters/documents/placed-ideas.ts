import type { DocumentationView, DocumentedIdea } from "../../core/papers/documentation.ts";

export type PlacedIdea = {
  readonly idea: DocumentedIdea;
  readonly question?: number;
  readonly group?: { readonly number: number; readonly name: string };
};

/** Alle Ideen der Dokumentation by number, each with its question and group. */
export function placedIdeas({ sections }: DocumentationView): readonly PlacedIdea[] {
  return sections
    .flatMap(({ question, groups, ungrouped }): readonly PlacedIdea[] => {
      const asked = question === undefined ? {} : { question: question.number };
      return [
        ...groups.flatMap(({ number, name, ideas }) =>
          ideas.map((idea): PlacedIdea => ({ idea, ...asked, group: { number, name } })),
        ),
        ...ungrouped.map((idea): PlacedIdea => ({ idea, ...asked })),
      ];
    })
    .toSorted((one, other) => one.idea.number - other.idea.number);
}
