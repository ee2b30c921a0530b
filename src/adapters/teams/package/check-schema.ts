import { packageFindings } from "../../../texts/teams-package.ts";
import { FILES, SCHEMAS } from "./manifest.ts";

/** What Microsoft's schemas say, from the copies in the package. Loaded only here: nothing else needs them. */
export async function schemaFindings(manifest: string, english: string): Promise<readonly string[]> {
  const { AppManifestUtils } = await import("@microsoft/app-manifest");
  // Without a second argument it would take the schema that the file names, if need be from the network.
  const schema = await AppManifestUtils.fetchSchema(`${SCHEMAS}MicrosoftTeams.schema.json`);
  const localization = await AppManifestUtils.fetchSchema(`${SCHEMAS}MicrosoftTeams.Localization.schema.json`);
  withoutBrokenPatterns(localization);
  const messages = [
    { file: FILES.manifest, found: await AppManifestUtils.validateAgainstSchema(JSON.parse(manifest), schema) },
    { file: FILES.english, found: await AppManifestUtils.validateAgainstSchema(JSON.parse(english), localization) },
  ];
  return messages.flatMap(({ file, found }) => found.map((message) => packageFindings.schema(file, message.trim())));
}

/** Two patterns of Microsoft's are no regular expressions, and the whole schema falls with them. They are about nothing of ours. */
function withoutBrokenPatterns(schema: object): void {
  if (!("patternProperties" in schema)) return;
  const patterns = Object.entries(schema.patternProperties ?? {});
  schema.patternProperties = Object.fromEntries(patterns.filter(([pattern]) => isRegularExpression(pattern)));
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
