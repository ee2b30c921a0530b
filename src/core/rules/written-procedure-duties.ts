import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** Wortlaut an alle; Bericht in der nächsten Sitzung. */
export type WrittenDuty = "immediatelyText" | "nextMeeting";

export type WrittenDutiesRuling = Derivation<"umlauf.announce"> & { readonly duties: readonly WrittenDuty[] };

/** Bekanntgabe eines Umlaufergebnisses (GO; § 39 Abs. 4 BPersVG as model): what is to be done when it is closed. */
export function writtenDuties(rules: Rules): WrittenDutiesRuling {
  const { announce } = rules.umlauf;
  return {
    rule: "umlauf.announce",
    citation: cite("umlauf.announce", announce),
    alsoFrom: [],
    duties: [...new Set(announce.value)],
  };
}
