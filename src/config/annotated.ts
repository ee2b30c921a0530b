import { z } from "zod";
import type { Setting } from "../core/rules/setting.ts";

const annotation = {
  /** "§ 6 Abs. 2", without "GO". */
  paragraf: z.string().min(1).max(80).optional(),
  /** The words of the GO. */
  wortlaut: z.string().min(1).max(2000).optional(),
};

/** A value of the GO file: written plainly, or as `{ wert, paragraf, wortlaut }`. */
export function annotated<Value>(schema: z.ZodType<Value>): z.ZodType<Setting<Value>> {
  const plain = schema.transform((value): Setting<Value> => ({ value, origin: "go" }));
  return z.union([
    plain,
    z.strictObject({ wert: schema, ...annotation }).transform(
      ({ wert, paragraf, wortlaut }): Setting<Value> => ({
        value: wert,
        origin: "go",
        ...(paragraf === undefined ? {} : { paragraph: paragraf }),
        ...(wortlaut === undefined ? {} : { quotation: wortlaut }),
      }),
    ),
  ]);
}
