export const rulesChangeInvalid = (problems: readonly string[]): string =>
  `Das ist keine gültige Änderung der Geschäftsordnung. ${problems.slice(0, 5).join(" ")} Die geltenden Regeln bleiben in Kraft.`;

export const rulesChangeAwaits = (question: number, who: readonly string[]): string =>
  `In Kraft tritt die Änderung erst mit ${who.map(awaited).join(" und ")}. Danach: „go bestätigen frage ${question}: …“.`;

const awaited = (who: string): string =>
  who === "jha" ? "dem Beschluss des Jugendhilfeausschusses" : `der Zustimmung von ${who}`;

export const rulesChangeConfirmed = (question: number, by: string): string =>
  `Die Änderung der Geschäftsordnung aus Frage ${question} ist bestätigt: ${by}`;

export const rulesInForceFrom = (day: string, count: number): string =>
  `Die geänderte Geschäftsordnung gilt ab heute, ${day} (${count === 1 ? "1 Bestimmung" : `${count} Bestimmungen`} geändert). Frühere Ergebnisse bleiben, wie sie festgestellt sind.`;
