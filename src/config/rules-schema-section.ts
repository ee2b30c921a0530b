import { z } from "zod";

/** A section of the file: every setting may be left out, none is strange. */
export const section = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial();
