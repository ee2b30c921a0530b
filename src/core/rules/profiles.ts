import { mergeRules } from "./merge-rules.ts";
import { presetChanges } from "./presets.ts";
import { profileAg78Standard } from "./profile-ag78-standard.ts";
import type { Profile, RulesOverrides } from "./rules.ts";

/** Mitgelieferte Profile, the standard first; the names a GO file may write behind `profile`. */
export const profileIds = [
  "ag78-standard",
  "haan-2009",
  "verein-bgb",
  "vwvfg-ausschuss",
  "konsens-runde",
  "beirat-streng",
] as const;
export type ProfileId = (typeof profileIds)[number];

type PresetId = Exclude<ProfileId, "ag78-standard">;

const presets: Readonly<Record<PresetId, { readonly version: number; readonly name: string }>> = {
  "haan-2009": { version: 1, name: "AG 78 nach Haaner Muster" },
  "verein-bgb": { version: 1, name: "Verein nach BGB" },
  "vwvfg-ausschuss": { version: 1, name: "Ausschuss nach §§ 88 ff. VwVfG" },
  "konsens-runde": { version: 1, name: "Konsensrunde" },
  "beirat-streng": { version: 1, name: "Strenger Beirat" },
};

export const isProfileId = (id: string): id is ProfileId => profileIds.some((one) => one === id);

/** The profile of this name. An unknown one is a bug of the caller: the reader of the file and of the record have refused it before. */
export function profileNamed(id: string): Profile {
  if (!isProfileId(id)) throw new Error(`no such profile: ${id}`);
  return id === "ag78-standard" ? profileAg78Standard : preset(id);
}

/** A preset is complete: the standard, changed in what is special about it. */
function preset(id: PresetId): Profile {
  const changes: RulesOverrides = presetChanges[id];
  return { id, ...presets[id], rules: mergeRules(profileAg78Standard, changes) };
}
