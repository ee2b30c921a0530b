import { z } from "zod";
import { lands } from "./committee-fields.ts";

/** The kinds of values a GO file is made of, with their limits and remedies. */

const kurz = "Bitte kürzer fassen.";

export const text = z.string().min(1).max(200, kurz);
export const words = z.array(z.string().min(1).max(80, kurz)).max(40);

/** Ja oder nein; German words are as good as true and false. */
export const yesNo = z.preprocess((value) => {
  if (value === "ja") return true;
  return value === "nein" ? false : value;
}, z.boolean());

export const count = z.int().min(0, "Negative Zahlen gibt es hier nicht; bitte 0 oder mehr.").max(10_000);
export const positive = z.int().min(1, "Bitte mindestens 1.").max(10_000);
export const days = z
  .int()
  .min(0, "Negative Tage gibt es nicht; bitte 0 oder mehr.")
  .max(366, "Mehr als ein Jahr ist keine Frist; bitte höchstens 366 Tage.");

export const period = z
  .string()
  .regex(/^P[1-9]\d{0,2}[DWMY]$/, "Dauer bitte in der Form P14D (Tage), P3W (Wochen), P6M (Monate) oder P2Y (Jahre).");

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Uhrzeit bitte in der Form "18:00", in Anführungszeichen.');

/** Dauer, in days and more or in hours. */
export const periodOrHours = z
  .string()
  .regex(
    /^(?:P[1-9]\d{0,2}[DWMY]|PT[1-9]\d{0,3}H)$/,
    "Dauer bitte in der Form P7D (Tage), P1W (Wochen), P1M (Monate) oder PT72H (Stunden).",
  );

export const dayCount = z.enum(["clear", "nthDayBefore"]);
export const binding = z.enum(["must", "should"]);
export const enBloc = z.enum(["ifNoObjection", "never"]);
export const basis = z.enum(["cast", "castInclAbstain", "present", "members"]);

const num = z.int().min(1, "Der Zähler (num) muss mindestens 1 sein.").max(1000);
const den = z.int().min(1, "Der Nenner (den) muss mindestens 1 sein; durch 0 lässt sich nicht teilen.").max(1000);
const parts = { num, den };

const atMostOne = ({ num, den }: { num: number; den: number }) => den < 1 || num <= den;
const tooLarge = {
  path: ["num"],
  error:
    "Der Bruch ist größer als 1 (mehr als alle gibt es nicht). Gemeint ist wohl der umgekehrte Bruch, etwa num: 2, den: 3.",
};

function lessThanOne({ num, den }: { num: number; den: number }): boolean {
  return num < den || num > den;
}

/** "Mehr als 1/1" can never be met. */
const canBeMet = ({ num, den, strict }: { num: number; den: number; strict?: boolean | undefined }) =>
  strict !== true || num < den;
const neverMet = {
  path: ["strict"],
  error:
    "Mehr als alle Stimmen kann niemand erreichen. Gemeint ist wohl Einstimmigkeit (kind: unanimity) oder strict: nein.",
};

export const fraction = z.strictObject(parts).refine(atMostOne, tooLarge);
export const floor = z.strictObject({ ...parts, min: count }).refine(atMostOne, tooLarge);
export const shareOfAttribute = z.strictObject({ ...parts, attr: text }).refine(atMostOne, tooLarge);
export const strictFraction = z
  .strictObject({ ...parts, strict: yesNo.optional() })
  .refine(atMostOne, tooLarge)
  .refine(canBeMet, neverMet)
  .transform(({ strict = false, ...share }) => ({ ...share, strict }));

export const threshold = z.union([
  z
    .strictObject({ kind: z.literal("fraction").optional(), ...parts, basis, strict: yesNo.optional() })
    .refine(atMostOne, tooLarge)
    .refine(canBeMet, neverMet)
    .transform(({ num, den, basis, strict = false }) => ({ num, den, basis, strict })),
  z.strictObject({ kind: z.literal("simple"), basis: basis.default("cast") }),
  z.strictObject({ kind: z.literal("unanimity"), basis: basis.default("cast") }),
]);

const share = { ...parts, of: z.enum(["present", "members"]).exactOptional() };

export const demand = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("any") }),
  z.strictObject({ kind: z.literal("count"), n: positive }),
  z.strictObject({ kind: z.literal("fraction"), ...share }).refine(atMostOne, tooLarge),
  z
    .strictObject({ kind: z.literal("moreThanFraction"), ...share })
    .refine(atMostOne, tooLarge)
    .refine(lessThanOne, {
      path: ["num"],
      error: "Mehr als alle können es nicht verlangen; bitte einen Bruch kleiner als 1, etwa num: 1, den: 4.",
    }),
  z.strictObject({ kind: z.literal("never") }),
]);

/** Abwahl: by a majority, by electing a successor, or not at all. */
export const recall = z.union([
  threshold,
  z.strictObject({ kind: z.literal("successor") }),
  z.strictObject({ kind: z.literal("never") }),
]);

/** Ein Wahlablauf endet: it begins with a ballot, has at most one run-off, and nothing follows the lot. */
export const electionSequence = z
  .array(z.enum(["ballot", "runoff2", "lot"]))
  .min(1)
  .max(6, "Höchstens sechs Schritte.")
  .refine(([first]) => first === "ballot", "Eine Wahl beginnt mit einem Wahlgang (ballot).")
  .refine(
    (steps) => steps.filter((step) => step === "runoff2").length <= 1,
    "Nur eine Stichwahl (runoff2): sonst endet die Wahl nicht.",
  )
  .refine(
    (steps) => !steps.slice(0, -1).includes("lot"),
    "Nach dem Los (lot) folgt nichts mehr; bitte ans Ende setzen.",
  );

export const timezone = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat("de", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}, "Diese Zeitzone gibt es nicht; üblich ist Europe/Berlin.");

export const land = z.enum(lands);
