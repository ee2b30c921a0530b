import { required } from "../parameters/acceptor.ts";
import { tag, tagTarget } from "../parameters/tags.ts";
import { type CommandRow, commandRow, issue } from "./command-row.ts";

export const tagRows: readonly CommandRow[] = [
  commandRow({
    id: "tag",
    subject: "ergebnisse",
    words: "schlagwort",
    aliases: ["verschlagworten", "schlagwort vergeben"],
    summary: "gibt Ideen oder einem Ergebnis ein Schlagwort, oder nimmt es weg",
    help: "Nur Schlagworte aus den eigenen Listen des Gremiums. „… an idee 3, 5“, „… an ergebnis 2“; weg damit: „… von idee 3 weg“.",
    example: 'schlagwort "Partizipation" an idee 3, 5',
    issues: ["TagIdea", "UntagIdea", "TagResult", "UntagResult"],
    parameters: {
      target: required(tagTarget, "Woran? Zum Beispiel: an idee 3, 5"),
      tag: required(tag, "Welches Schlagwort?"),
    },
    build: ({ target: { ideas, result, isRemoved }, tag: word }) =>
      result === undefined
        ? issue({ type: isRemoved ? "UntagIdea" : "TagIdea", ideas: ideas ?? [], tag: word })
        : issue({ type: isRemoved ? "UntagResult" : "TagResult", result, tag: word }),
  }),
];
