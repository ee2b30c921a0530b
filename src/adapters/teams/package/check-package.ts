import { strFromU8 } from "fflate";
import { z } from "zod";
import { packageFindings as say } from "../../../texts/teams-package.ts";
import { schemaFindings } from "./check-schema.ts";
import { COLOR_SIZE, OUTLINE_SIZE } from "./icons.ts";
import { FILES } from "./manifest.ts";

export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/** Where Teams cuts a command. */
const LONGEST_TITLE = 32;
const LONGEST_DESCRIPTION = 128;

/** What of the manifest is looked at beside the schema, which then finds the rest. */
const manifestSchema = z.object({
  version: z.string(),
  developer: z.record(z.string(), z.string()),
  bots: z.array(
    z.object({
      commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string(), description: z.string() })) })),
    }),
  ),
  validDomains: z.array(z.string()),
});
type Manifest = z.infer<typeof manifestSchema>;
const englishSchema = z.record(z.string(), z.string());

/** Prüft ein Paket: findings as sentences; none if Teams will take it, as far as can be told without Teams. */
export async function checkPackage(files: PackageFiles): Promise<readonly string[]> {
  const missing = Object.values(FILES).filter((name) => files[name] === undefined);
  if (missing.length > 0) return missing.map(say.fileMissing);
  const manifestText = textOf(files, FILES.manifest);
  const englishText = textOf(files, FILES.english);
  const manifest: unknown = JSON.parse(manifestText);
  const read = manifestSchema.safeParse(manifest).data;
  return [
    ...(await schemaFindings(manifestText, englishText)),
    ...(read === undefined ? [] : [...addressFindings(read), ...versionFindings(read), ...commandFindings(read)]),
    ...languageFindings(manifest, englishSchema.safeParse(JSON.parse(englishText)).data ?? {}),
    ...iconFindings(files, FILES.color, COLOR_SIZE),
    ...iconFindings(files, FILES.outline, OUTLINE_SIZE),
  ];
}

const textOf = (files: PackageFiles, name: string): string => strFromU8(files[name] ?? new Uint8Array());

function addressFindings({ developer, validDomains }: Manifest): readonly string[] {
  return Object.entries(developer)
    .filter(([name]) => name.endsWith("Url"))
    .flatMap(([, address]) => {
      const url = URL.canParse(address) ? new URL(address) : undefined;
      if (url?.protocol !== "https:") return [say.notSecure(address)];
      return validDomains.includes(url.hostname) ? [] : [say.notInDomains(address)];
    });
}

const versionFindings = ({ version }: Manifest): readonly string[] =>
  /^\d+\.\d+\.\d+$/.test(version) ? [] : [say.versionNotPlain(version)];

function commandFindings({ bots }: Manifest): readonly string[] {
  return bots
    .flatMap(({ commandLists }) => commandLists)
    .flatMap(({ commands }, list) => {
      const titles = commands.map(({ title }) => title);
      return [
        ...titles
          .filter((title, index) => titles.indexOf(title) !== index)
          .map((title) => say.commandTwice(title, list)),
        ...tooLong(titles, LONGEST_TITLE),
        ...tooLong(
          commands.map(({ description }) => description),
          LONGEST_DESCRIPTION,
        ),
      ];
    });
}

const tooLong = (texts: readonly string[], limit: number): readonly string[] =>
  texts.filter((text) => text.length > limit).map((text) => say.textTooLong(text, limit));

/** Of a command only what it does is translated: its title is typed. */
const TRANSLATED = /^(?:(?:name|description)\.\w+|bots\[\d+\]\.commandLists\[\d+\]\.commands\[\d+\]\.description)$/;

function languageFindings(manifest: unknown, english: Readonly<Record<string, string>>): readonly string[] {
  const paths = new Set(textPaths(manifest));
  const keys = Object.keys(english).filter((key) => key !== "$schema");
  return [
    ...keys.filter((key) => !paths.has(key)).map(say.pointsNowhere),
    ...[...paths].filter((path) => TRANSLATED.test(path) && english[path] === undefined).map(say.notTranslated),
    ...tooLong(
      keys.filter((key) => key.endsWith("].description")).map((key) => english[key] ?? ""),
      LONGEST_DESCRIPTION,
    ),
  ];
}

/** Paths of all texts, "bots[0].botId". */
function textPaths(value: unknown, path = ""): readonly string[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? `[${key}]` : `.${key}`;
    return textPaths(inner, path === "" && !Array.isArray(value) ? key : `${path}${step}`);
  });
}

/** "IHDR" with width and height stands first in every PNG. */
function iconFindings(files: PackageFiles, name: string, size: number): readonly string[] {
  const bytes = files[name] ?? new Uint8Array();
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length > 24 && head.getUint32(0) === 0x89504e47 && head.getUint32(12) === 0x49484452;
  return isPng && head.getUint32(16) === size && head.getUint32(20) === size ? [] : [say.iconWrong(name, size)];
}
