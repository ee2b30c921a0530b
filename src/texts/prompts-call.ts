export const mustBothBeSaid = (): string =>
  "Für eine Sitzung auf Verlangen brauche ich beides: den Tag und die Zahl der Sitze.";
export const wholeNumberNeeded = (): string => "Bitte eine ganze Zahl von 0 bis 100 000.";
