import { englishApp, englishSummaries } from "../../../texts/teams-package.ts";
import { commandLists } from "./command-lists.ts";
import { SCHEMAS } from "./manifest.ts";

/** Englische Fassung: by path, every text of the manifest that is not typed. */
export function createEnglish(): Readonly<Record<string, string>> {
  const commands = commandLists().flatMap((list, at) =>
    list.commands.map(({ id }, index) => [
      `bots[0].commandLists[${at}].commands[${index}].description`,
      englishSummaries[id],
    ]),
  );
  return {
    $schema: `${SCHEMAS}MicrosoftTeams.Localization.schema.json`,
    "name.short": englishApp.name,
    "name.full": englishApp.fullName,
    "description.short": englishApp.short,
    "description.full": englishApp.full,
    ...Object.fromEntries(commands),
  };
}
