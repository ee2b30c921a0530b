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

const profiles: Readonly<Record<ProfileId, Profile>> = {
  "ag78-standard": profileAg78Standard,
  "haan-2009": preset("haan-2009", 1, "AG 78 nach Haaner Muster"),
  "verein-bgb": preset("verein-bgb", 1, "Verein nach BGB"),
  "vwvfg-ausschuss": preset("vwvfg-ausschuss", 1, "Ausschuss nach §§ 88 ff. VwVfG"),
  "konsens-runde": preset("konsens-runde", 1, "Konsensrunde"),
  "beirat-streng": preset("beirat-streng", 1, "Strenger Beirat"),
};

export const isProfileId = (id: string): id is ProfileId => Object.hasOwn(profiles, id);

/** The profile of this name. An unknown one is a bug of the caller: the reader of the file and of the record have refused it before. */
export function profileNamed(id: string): Profile {
  if (!isProfileId(id)) throw new Error(`no such profile: ${id}`);
  return profiles[id];
}

/** A preset is complete: the standard, changed in what is special about it. */
function preset(id: Exclude<ProfileId, "ag78-standard">, version: number, name: string): Profile {
  const changes: RulesOverrides = presetChanges[id];
  return { id, version, name, rules: mergeRules(profileAg78Standard, changes) };
}
