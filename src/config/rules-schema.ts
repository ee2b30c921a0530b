import { z } from "zod";
import { profileIds } from "../core/rules/profiles.ts";
import { annotated } from "./annotated.ts";
import { committeeSections } from "./rules-schema-committee.ts";
import { meetingSections } from "./rules-schema-meeting.ts";
import { votingSections } from "./rules-schema-voting.ts";
import * as is from "./rules-values.ts";

/** Shape of a GO file: head, and any part of the rules. What it leaves out comes from the profile. */
export const rulesFileSchema = z.strictObject({
  name: is.text,
  profile: z.enum(profileIds),
  beschlossen: z.iso.date().optional(),
  timezone: annotated(is.timezone).optional(),
  land: annotated(is.land).optional(),
  ...z.object({ ...committeeSections, ...meetingSections, ...votingSections }).partial().shape,
  goDeviation: annotated(is.threshold).optional(),
});
