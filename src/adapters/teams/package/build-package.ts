import { strToU8, zipSync } from "fflate";
import { checkPackage } from "./check-package.ts";
import { createEnglish } from "./english.ts";
import { drawIcons } from "./icons.ts";
import { createManifest, FILES, type PackageSettings } from "./manifest.ts";

/** `findings`: why Teams would not take it. */
export type TeamsPackage = { readonly bytes: Uint8Array; readonly findings: readonly string[] };

/** Baut und prüft das App-Paket: the same bytes for the same settings. */
export async function buildTeamsPackage(settings: PackageSettings, isReadingAll: boolean): Promise<TeamsPackage> {
  const { color, outline } = await drawIcons();
  const files = {
    [FILES.manifest]: jsonFile(createManifest(settings, isReadingAll)),
    [FILES.english]: jsonFile(createEnglish()),
    [FILES.color]: color,
    [FILES.outline]: outline,
  };
  // Always the same moment, in whichever time zone: the format knows none, nor anything before 1980.
  const bytes = zipSync(files, { level: 9, mtime: new Date(2000, 0, 1) });
  return { bytes, findings: await checkPackage(files) };
}

const jsonFile = (content: object): Uint8Array => strToU8(`${JSON.stringify(content, undefined, 2)}\n`);
