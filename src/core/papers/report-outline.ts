/** Gliederung eines Berichts: its headings in order, an inner one behind the outer ("Sachverhalt > Zusammenfassung"). */
export type ReportOutline = {
  readonly order: readonly string[];
  /** Only a Beschlussvorlage proposes a resolution; a report does not. */
  readonly proposesResolution: boolean;
};

/**
 * Gliederung nach Art der Vorlage: head, route, the facts with the summary in front, annexes. Both sections stand inside the block
 * "Sachverhalt", as a Ratsinformationssystem prints them, so that a report has no Beschlussvorschlag.
 */
export function reportOutline(paper: { readonly type: string; readonly sections: readonly string[] }): ReportOutline {
  const proposesResolution = /Beschlussvorlage|Antrag/u.test(paper.type);
  const known = ["Zusammenfassung", "Sachverhalt"];
  const sections = [
    ...known.filter((section) => paper.sections.includes(section)),
    ...paper.sections.filter((section) => !known.includes(section)),
  ];
  return {
    order: [
      "Kopf (Art, Nummer)",
      "Beratungsfolge",
      ...(proposesResolution ? ["Beschlussvorschlag"] : []),
      ...sections.map((section) => `Sachverhalt > ${section}`),
      "Anlagen",
    ],
    proposesResolution,
  };
}
