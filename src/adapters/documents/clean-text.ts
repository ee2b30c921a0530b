const LONE_SURROGATES = /\p{Surrogate}/gu;
const NEWLINES = /\r\n?|\p{Zl}|\p{Zp}/gu;
/** Word refuses a file for one of them; XML 1.0 allows none of C0 but tab and newline. */
const CONTROLS = /(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}/gu;
/** They can make a file name or a sentence read otherwise than it is stored. */
const BIDI_CONTROLS = /\p{Bidi_Control}/gu;
const INVISIBLE = /[\u200B\u200C\u2060-\u2064\uFEFF\u00AD\u180E\u{E0000}-\u{E007F}]/gu;
/** The joiner stays inside emoji, where it is visible. */
const STRAY_JOINERS = /(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D/gu;
const PRIVATE_USE = /\p{Private_Use}/gu;

/** Member text as it may stand in any paper: NFC, without invisible and illegal characters; newlines stay, tabs become blanks. */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATES, "\uFFFD")
    .replace(NEWLINES, "\n")
    .replace(/\t/g, " ")
    .replace(CONTROLS, "")
    .replace(BIDI_CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(STRAY_JOINERS, "")
    .replace(PRIVATE_USE, "\uFFFD")
    .normalize("NFC");
}
