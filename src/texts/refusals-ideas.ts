import type { IdeaRefusal } from "../core/committee/refusal-workshop.ts";
import { excerpt, grouped } from "./prompts.ts";
import { type Sentences, said } from "./refusal-text.ts";

/** Ablehnungen zu Ideen. */
export const ideasRefusals: Sentences<IdeaRefusal["code"]> = {
  UnknownIdea: ({ idea, count }) =>
    said(`Eine Idee ${idea} gibt es nicht.`, count === 0 ? "Es gibt noch keine." : numbersUpTo(count), "ideen"),
  IdeaWithdrawnAlready: ({ idea }) =>
    said(`Idee ${idea} ist zurückgezogen.`, "Eine neue kann dasselbe sagen: „idee: …“.", "ideen"),
  NotYourIdea: ({ idea, isAnonymous }) =>
    isAnonymous
      ? said(
          `Idee ${idea} ist anonym. Niemand weiß, von wem sie ist, also kann niemand sie als die eigene ändern.`,
          "Das kann nur die Moderation. Kommentieren kann jede Person.",
        )
      : said(
          `Idee ${idea} ist nicht von Ihnen.`,
          "Ändern und zurückziehen kann, wer sie gegeben hat, oder die Moderation. Kommentieren und unterstützen kann jede Person.",
        ),
  IdeaEmpty: () => said("Da steht kein Text.", "Schreiben Sie die Idee hinter den Doppelpunkt: „idee: …“."),
  IdeaTooLong: ({ longest, line }) =>
    said(
      `${line === undefined ? "Der Text" : `Zeile ${line}`} ist zu lang für eine Karte: möglich sind ${grouped(longest)} Zeichen.`,
      line === undefined
        ? "Kürzen Sie ihn, oder machen Sie mehrere Ideen daraus."
        : "Notiert ist keine der Zeilen. Kürzen Sie diese, und schicken Sie alle noch einmal.",
    ),
  TooManyIdeas: ({ most }) =>
    said(
      `Das sind mehr als ${most} Ideen in einer Nachricht; notiert ist keine.`,
      "Verteilen Sie sie auf mehrere Nachrichten.",
    ),
  IdeaGivenAlready: ({ idea }) =>
    said(`Das steht schon von Ihnen da, als Idee ${idea}.`, "Notiert ist nichts Neues.", `idee ${idea}`),
  IdeaOnlyInPrivate: () =>
    said(
      "Die Ideen dieses Workshops sind anonym; hier im Raum läse jede Person mit, von wem sie ist.",
      "Schreiben Sie sie mir im Direktchat: „idee: …“. Notiert ist nichts.",
    ),
  PhotoTellsWhose: () =>
    said(
      "Die Ideen dieses Workshops sind anonym; an der Handschrift auf einem Foto läse man, von wem die Idee ist.",
      "Notiert ist nichts, und das Foto habe ich nicht behalten. Schreiben Sie die Idee ohne Foto: „idee: …“.",
    ),
  IdeasHidden: () =>
    said(
      "Die Ideen sind noch verdeckt.",
      "Kommentieren, unterstützen, ordnen, punkten und ein Ergebnis daraus machen geht, sobald die Moderation sie aufdeckt: „ideen aufdecken“.",
      "meine ideen",
    ),
  NothingHidden: () => said("Es ist nichts verdeckt.", "Alle Ideen sind zu sehen.", "ideen"),
  IdeaUnchanged: ({ idea }) =>
    said(`Bei Idee ${idea} steht das schon genau so.`, "Es ändert sich nichts.", `idee ${idea}`),
  IdeaIsYours: ({ idea }) =>
    said(`Idee ${idea} ist von Ihnen.`, "Unterstützen können die anderen sie.", `idee ${idea}`),
  UnknownTag: ({ tag, known }) =>
    said(
      `„${excerpt(tag)}“ steht in keiner Liste von Schlagworten dieses Gremiums.`,
      known.length === 0
        ? "Die Gremiumsdatei nennt noch keine; die Geschäftsführung kann dort Listen anlegen."
        : `Es gibt: ${known.join(", ")}.`,
    ),
};

const numbersUpTo = (count: number): string =>
  count === 1 ? "Es gibt nur Idee 1." : `Es gibt die Nummern 1 bis ${count}.`;
