/** Was nur in Matrix zu lesen ist. */

/** Teil einer langen Nachricht: "(1/3)". */
export const partMark = (part: number, parts: number): string => `(${part}/${parts})`;

export const unnamedFile = (): string => "Datei";
