import { requireCounts } from "./integers.ts";
import { type MajorityContext, type MajorityRuling, majority, type Tally } from "./majority.ts";
import type { Rules } from "./rules.ts";
import type { ProceduralKind } from "./rules-meeting.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

/** Gegenrede: with its reason, or formal (without one). */
export type Opposition = { readonly reason: string | null };

export type ProceduralVotes = Pick<Tally, "yes" | "no"> & Partial<Tally>;

export type ProceduralRuling = Derivation<"goAntrag.byRight" | "goAntrag.noOpposition" | "goAntrag.vote"> & {
  readonly kind: ProceduralKind;
  /** Whether it is put to the vote. */
  readonly needsVote: boolean;
  /** `open`: to be put to the vote, or voted on and without a result so far. */
  readonly outcome: "accepted" | "rejected" | "open";
  /** There was opposition that does not count, because no reason was given. */
  readonly isOppositionVoid: boolean;
  readonly majority?: MajorityRuling;
};

/** Without any vote, at once: nobody can be outvoted in asking for what the rules owe him. */
export const byRight: ReadonlySet<ProceduralKind> = new Set<ProceduralKind>(["checkQuorum", "recount"]);

/**
 * Gegenrede und Abstimmung über einen GO-Antrag: without opposition accepted (or voted on even then, as the rules say); formal
 * opposition is enough if the rules say so; voted on with the threshold of its kind, else the general one. An appeal is always voted on.
 */
export function proceduralRuling(
  rules: Rules,
  input: { readonly kind: ProceduralKind; readonly opposition: Opposition | null; readonly votes?: ProceduralVotes },
  context: MajorityContext = {},
): ProceduralRuling {
  const { kind, opposition, votes } = input;
  const { noOpposition, formalOpposition } = rules.goAntrag;
  const isFormal = opposition !== null && (opposition.reason ?? "").trim() === "";
  const isOppositionVoid = isFormal && !formalOpposition.value;
  const isOpposed = opposition !== null && !isOppositionVoid;
  const formal = isFormal ? [cite("goAntrag.formalOpposition", formalOpposition)] : [];
  if (byRight.has(kind)) {
    const derivation = derivationOf("goAntrag.byRight", cite("goAntrag.noOpposition", noOpposition), []);
    return { ...derivation, kind, needsVote: false, outcome: "accepted", isOppositionVoid };
  }
  if (!isOpposed && noOpposition.value === "accepted" && kind !== "appeal") {
    const derivation = derivationOf("goAntrag.noOpposition", cite("goAntrag.noOpposition", noOpposition), formal);
    return { ...derivation, kind, needsVote: false, outcome: "accepted", isOppositionVoid };
  }
  const why = isOpposed || kind === "appeal" ? formal : [cite("goAntrag.noOpposition", noOpposition), ...formal];
  if (votes === undefined) {
    const citation = cite("goAntrag.majority", rules.goAntrag.majority);
    const derivation = derivationOf("goAntrag.vote", citation, why);
    return { ...derivation, kind, needsVote: true, outcome: "open", isOppositionVoid };
  }
  const ruling = majority(rules, tallyOf(votes), { procedural: kind }, context);
  const derivation = derivationOf("goAntrag.vote", ruling.citation, [...ruling.alsoFrom, ...why]);
  return {
    ...derivation,
    kind,
    needsVote: true,
    outcome: outcomeOf(ruling),
    isOppositionVoid,
    majority: ruling,
  };
}

function outcomeOf({ outcome }: MajorityRuling): ProceduralRuling["outcome"] {
  if (outcome === "carried") return "accepted";
  return outcome === "rejected" || outcome === "noResult" ? "rejected" : "open";
}

const derivationOf = <Rule extends string>(
  rule: Rule,
  citation: Citation,
  alsoFrom: readonly Citation[],
): Derivation<Rule> => ({ rule, citation, alsoFrom });

/** Where only Ja and Nein are known, those who voted were there. */
export function tallyOf({ yes, no, abstain = 0, invalid = 0, ...known }: ProceduralVotes): Tally {
  const present = known.present ?? yes + no + abstain + invalid;
  return { yes, no, abstain, invalid, present, members: known.members ?? present };
}

export type SpeechSide = "for" | "against";

export type SpeechesRuling = Derivation<"goAntrag.speeches"> & {
  readonly allowed: readonly SpeechSide[];
  readonly refused: readonly SpeechSide[];
  readonly perSide: number;
};

/** Für- und Gegenrede zu einem GO-Antrag: at most so many on each side, no debate. */
export function proceduralSpeeches(rules: Rules, speeches: readonly SpeechSide[]): SpeechesRuling {
  const setting = rules.goAntrag.speeches;
  requireCounts({ speeches: setting.value });
  const allowed: SpeechSide[] = [];
  const refused: SpeechSide[] = [];
  for (const side of speeches) {
    const isAllowed = allowed.filter((one) => one === side).length < setting.value;
    (isAllowed ? allowed : refused).push(side);
  }
  return {
    rule: "goAntrag.speeches",
    citation: cite("goAntrag.speeches", setting),
    alsoFrom: [],
    allowed,
    refused,
    perSide: setting.value,
  };
}
