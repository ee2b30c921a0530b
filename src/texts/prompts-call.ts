import { excerpt } from "./prompts.ts";

export const mustBothBeSaid = (): string =>
  "Für eine Sitzung auf Verlangen brauche ich beides: den Tag und die Zahl der Sitze.";
export const wholeNumberNeeded = (): string => "Bitte eine ganze Zahl von 0 bis 100 000.";

export const paperMissing = (name: string): string =>
  `Die Unterlage „${excerpt(name)}“ liegt nicht im Ordner ausgang. Legen Sie sie dorthin, oder lassen Sie sie weg.`;
