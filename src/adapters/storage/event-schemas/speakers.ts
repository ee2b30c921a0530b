import { z } from "zod";
import type { EventOf } from "../../../core/committee/slice-of.ts";
import type { EventSchemas } from "../event-codec.ts";
import { first, flag, number, person, text } from "./common.ts";

export const speakersSchemas = {
  SpeakerRequested: first(z.strictObject({ person, side: z.enum(["pro", "contra"]).exactOptional() })),
  SpeakerWithdrawn: first(z.strictObject({ person })),
  SpeakerCalled: first(z.strictObject({ person, finalWord: flag.exactOptional() })),
  SpeakerWarned: first(z.strictObject({ person, reason: text.exactOptional() })),
  WordWithdrawn: first(z.strictObject({ person })),
  WordReturned: first(z.strictObject({ person })),
  SpeakersLastCallGiven: first(z.strictObject({})),
  SpeakersListClosed: first(z.strictObject({})),
  SpeakersListReopened: first(z.strictObject({})),
  DebateClosed: first(z.strictObject({})),
  SpeakingTimeSet: first(z.strictObject({ seconds: number })),
} satisfies EventSchemas<EventOf<"speakers">>;
