import { z } from "zod";
import { annotated } from "./annotated.ts";
import { section } from "./rules-schema-section.ts";
import * as is from "./rules-values.ts";

/** Sections on the committee itself: membership, offices, subgroups, the rules of procedure. Their types: `core/rules/rules-committee.ts`. */
export const committeeSections = {
  membership: section({
    votingUnit: annotated(z.enum(["seat", "person"])),
    publicCarrierSeats: annotated(is.count),
    splitVote: annotated(z.enum(["designated", "firstCounts", "invalid"])),
    proxy: annotated(z.enum(["none", "namedDeputy", "poa1", "poa2"])),
    maxVotesPerPerson: annotated(is.positive),
    advisory: annotated(z.strictObject({ speak: is.yesNo, move: is.yesNo })),
    guest: annotated(z.strictObject({ speak: z.enum(["always", "chair", "never"]) })),
    endsWith: annotated(z.enum(["statement", "contract"])),
    suspension: annotated(is.yesNo),
  }),
  office: section({
    chair: section({
      title: annotated(is.text),
      term: annotated(is.period),
      holdOver: annotated(is.yesNo),
      shared: annotated(is.yesNo),
      chairKeepsSeatVote: annotated(is.yesNo),
    }),
    management: annotated(is.text),
    recall: annotated(is.recall),
    recallNeedsReason: annotated(is.yesNo),
  }),
  chair: section({
    rulingAppealable: annotated(is.yesNo),
    handsOverToDebate: annotated(is.yesNo),
    interpretsRules: annotated(z.enum(["chair", "body"])),
  }),
  publish: section({ stripInternalHosts: annotated(is.yesNo) }),
  privacy: section({ blockCaseData: annotated(is.yesNo) }),
  subgroup: section({
    timeLimited: annotated(is.yesNo),
    mandateRequired: annotated(is.yesNo),
    reportRequired: annotated(is.yesNo),
    reviewWithin: annotated(is.period.nullable()),
  }),
  goChange: section({
    threshold: annotated(is.threshold),
    announced: annotated(is.yesNo),
    notByUmlauf: annotated(is.yesNo),
    consentOf: annotated(is.text.nullable()),
    adoptedBy: annotated(z.enum(["ag", "jha"])),
  }),
};
