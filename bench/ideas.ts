import { report } from "./figure.ts";
import { ideaFigures } from "./idea-figures.ts";

/** Nur die Ideen im Workshop. */
report(await ideaFigures());
