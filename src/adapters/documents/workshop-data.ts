import type { DocumentationView } from "../../core/papers/documentation.ts";
import { publicVersion } from "../../core/papers/public-version.ts";
import type { PaperVersion } from "../../core/papers/views.ts";
import { workshopJson } from "./workshop-json.ts";
import { workshopTables } from "./workshop-tables.ts";

export type DataFile = {
  /** Behind the stem of the file name: "-ideen". */
  readonly suffix: string;
  readonly extension: "csv" | "json";
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** Daten eines Workshops for other programs: one JSON file with all of it, and a table for each kind of thing. */
export function workshopData(version: PaperVersion, internal: DocumentationView): readonly DataFile[] {
  const view = version === "public" ? publicVersion("documentation", internal) : internal;
  const json = Buffer.from(`${JSON.stringify(workshopJson(view), null, 2)}\n`, "utf8");
  return [
    { suffix: "", extension: "json", mediaType: "application/json", bytes: json },
    ...workshopTables(view).map(
      ({ name, csv }): DataFile => ({
        suffix: `-${name}`,
        extension: "csv",
        mediaType: "text/csv; charset=utf-8",
        bytes: Buffer.from(csv, "utf8"),
      }),
    ),
  ];
}
