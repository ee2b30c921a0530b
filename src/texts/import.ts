import { foldGerman } from "../core/kernel/fold-german.ts";

export const importQuestion = (): string => "Übernehmen? (ja/nein)";

export const isYes = (answer: string): boolean => ["j", "ja"].includes(foldGerman(answer).replace(/[.!]+$/, ""));

export function importApplied(name: string, isNew: boolean): string {
  const next = isNew ? " Mit »npm start« öffnen Sie den Raum." : "";
  return `Übernommen: »${name}« ist auf dem Stand der Datei.${next}`;
}

export const importNotApplied = (): string => "Nicht übernommen; es hat sich nichts geändert.";

export const importRefused = (): string => "Die Datei wurde nicht übernommen; es hat sich nichts geändert.";
