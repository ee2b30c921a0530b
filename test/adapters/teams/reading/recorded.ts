import { readdirSync, readFileSync } from "node:fs";
import type { Json } from "../../../support/teams/json.ts";

const FOLDER = new URL("../../../fixtures/teams/", import.meta.url);

export const recordedNames: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length))
  .sort();

/** An activity as Microsoft documents it. */
export const recorded = (name: string): Json => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));

/** The same with other fields. */
export const changed = (name: string, fields: Json): Json => ({ ...recorded(name), ...fields });

export const BOT = "28:7d2c1f6e-4b5a-4c3d-9e8f-0a1b2c3d4e5f";
