/** Fotos von Karten. */
export const photoThere = (idea: number): string => `Dazu gibt es ein Foto: „foto ${idea}“.`;
export const photoLabel = (): string => "Foto zeigen";
export const photoOfIdea = (idea: number): string => `Foto zu Idee ${idea}`;
export const photoTaken = (): string => "Das Foto ist dabei.";
export const noPhoto = (idea: number): string => `Zu Idee ${idea} gibt es kein Foto.`;
export const photoGone = (idea: number): readonly string[] => [
  `Das Foto zu Idee ${idea} ist nicht zu lesen.`,
  "Bitte sagen Sie der Geschäftsführung Bescheid; die Idee selbst ist da.",
];

/** Warum eine Idee mit Foto nicht notiert ist. */
export const photoNotFetched = (): readonly string[] => [
  "Abgelehnt: Das Foto konnte ich nicht holen; höchstens 10 MB sind möglich.",
  "Notiert ist nichts. Schicken Sie Foto und Idee noch einmal, oder die Idee ohne Foto.",
];
export const noPhotoInIt = (): readonly string[] => [
  "Abgelehnt: Das ist kein Bild, das ich lesen kann; PNG, JPEG und WebP kenne ich.",
  "Notiert ist nichts. Schicken Sie es in einem dieser Formate, oder die Idee ohne Foto.",
];
