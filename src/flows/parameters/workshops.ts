import type { WorkshopPhaseKind } from "../../core/workshop/events.ts";
import { noPhase, phaseNames } from "../../texts/announcements-workshop.ts";
import { excerpt } from "../../texts/prompts.ts";
import { type Acceptor, absent, problem, taken, withHead } from "./acceptor.ts";
import { flag } from "./text.ts";

const kinds: Readonly<Record<string, WorkshopPhaseKind>> = {
  ideen: "ideas",
  "ideen sammeln": "ideas",
  sammeln: "ideas",
  gruppieren: "grouping",
  gruppen: "grouping",
  clustern: "grouping",
  gewichten: "weighting",
  gewichtung: "weighting",
  punkten: "weighting",
  ergebnisse: "results",
  ergebnis: "results",
  pause: "break",
};

/** Art der Phase, the only thing left on the line; without one, its title alone says what it is. */
export const phaseKind: Acceptor<WorkshopPhaseKind> = {
  sign: "ideen|gruppieren|gewichten|ergebnisse|pause",
  take(rest) {
    if (rest.head === "") return absent;
    const kind = Object.hasOwn(kinds, rest.head.toLowerCase()) ? kinds[rest.head.toLowerCase()] : undefined;
    if (kind !== undefined) return taken(kind, withHead(rest, ""));
    return problem(noPhase(excerpt(rest.head)), rest.head, offers);
  },
  offer: () => offers,
};

const words = ["ideen", "gruppieren", "gewichten", "ergebnisse", "pause"] as const;
const offers = words.map((word) => ({ label: phaseNames[kinds[word] ?? "other"], instead: word }));

/** Anonym oder namentlich. */
export const anonymity: Acceptor<boolean> = flag("anonym", {
  anonym: true,
  namentlich: false,
  "mit namen": false,
});

/** Verdeckt: shown to all only when revealed. */
export const secrecy: Acceptor<boolean> = flag("verdeckt", { verdeckt: true, "nicht verdeckt": false, offen: false });
