import { leftOver } from "../../texts/prompts.ts";
import { optional, problem, type ReadingContext, required } from "../parameters/acceptor.ts";
import { fromNumber, ideaBody, ideaLines, ideaNumber, inGroup, ofQuestion, tagged } from "../parameters/ideas.ts";
import { bodyText } from "../parameters/text.ts";
import type { Query } from "../queries.ts";
import { ask, commandRow, type Intent, issue } from "./command-row.ts";

const which = required(ideaNumber, "Welche Idee? Nennen Sie die Nummer.");

const filters = {
  question: optional(ofQuestion),
  group: optional(inGroup),
  tag: optional(tagged),
  from: optional(fromNumber),
};

type Filters = {
  readonly question: number | undefined;
  readonly group: number | undefined;
  readonly tag: string | undefined;
  readonly from: number | undefined;
};

function asking({ question, group, tag, from }: Filters): Extract<Query, { kind: "ideas" }> {
  return {
    kind: "ideas",
    ...(question === undefined ? {} : { question }),
    ...(group === undefined ? {} : { group }),
    ...(tag === undefined ? {} : { tag }),
    ...(from === undefined ? {} : { from }),
  };
}

/** Where it was said settles to which guiding question it belongs, and whether an anonymous one can be taken. */
const giving = (texts: readonly string[], question: number | undefined, context: ReadingContext): Intent =>
  issue({
    type: "GiveIdeas",
    texts,
    ...(question === undefined ? {} : { question }),
    ...(context.question === undefined ? {} : { thread: context.question }),
    ...(context.room === undefined ? {} : { room: context.room }),
    private: context.isPrivate,
  });

export const ideaRows = [
  commandRow({
    id: "give-idea",
    subject: "workshop",
    words: "idee",
    aliases: ["neue idee"],
    summary: "gibt eine Idee",
    help: "Aus jedem Raum und im Direktchat, solange der Workshop Ideen sammelt; höchstens 1 000 Zeichen. Mit „zu 2“ zur Leitfrage 2; in einem Raum oder Faden mit eigener Leitfrage gehört sie von selbst dazu. Sind die Ideen anonym, nur im Direktchat.",
    example: "idee zu 1: Mehr Plätze in der Kurzzeitpflege",
    issues: ["GiveIdeas"],
    body: true,
    parameters: { question: optional(ofQuestion), text: required(ideaBody, "Wie lautet die Idee?") },
    build: ({ question, text }, context) => giving([text], question, context),
  }),
  commandRow({
    id: "give-ideas",
    subject: "workshop",
    words: "ideen",
    aliases: ["neue ideen"],
    summary: "gibt viele Ideen auf einmal",
    help: "Nach dem Doppelpunkt je Zeile eine, oder auf einer Zeile mit Strichpunkt getrennt; höchstens 50. Ist eine zu lang oder steht sie schon da, ist keine notiert, und ich sage welche es ist. Ohne Doppelpunkt zeigt „ideen“ die Ideen.",
    example: "ideen zu 1: Mehr Plätze; Kürzere Wege; Eine gemeinsame Liste",
    issues: ["GiveIdeas"],
    body: true,
    parameters: { ...filters, texts: optional(ideaLines) },
    build({ texts, ...said }, context) {
      if (texts === undefined) return ask(asking(said));
      const { group, tag, from } = said;
      if (tag !== undefined) return problem(leftOver(`#${tag}`));
      if (group !== undefined) return problem(leftOver(`in gruppe ${group}`));
      return from === undefined ? giving(texts, said.question, context) : problem(leftOver(`ab ${from}`));
    },
  }),
  commandRow({
    id: "ideas",
    subject: "workshop",
    words: "ideen zeigen",
    aliases: ["alle ideen", "ideen liste"],
    summary: "zeigt die Ideen, alle oder die zu einer Leitfrage, in einer Gruppe, mit einem Schlagwort",
    help: "Auch kurz: „ideen zu 2“, „ideen in gruppe 3“, „ideen #Partizipation“, zusammen oder einzeln. Es kommen 30 auf einmal; „ideen ab 51“ beginnt bei Idee 51. Solange sie verdeckt sind, sehen Sie nur, wie viele es sind.",
    example: "ideen zeigen zu 1",
    issues: [],
    parameters: filters,
    build: (said) => ask(asking(said)),
  }),
  commandRow({
    id: "own-ideas",
    subject: "workshop",
    words: "meine ideen",
    summary: "zeigt Ihnen Ihre eigenen Ideen, auch solange alle verdeckt sind",
    help: "Die Antwort kommt im Direktchat. Was Sie anonym gegeben haben, steht nicht dabei: Niemand kann es Ihnen zuordnen.",
    example: "meine ideen",
    issues: [],
    parameters: { from: optional(fromNumber) },
    build: ({ from }) => ask({ kind: "ideas", own: true, ...(from === undefined ? {} : { from }) }),
  }),
  commandRow({
    id: "idea",
    subject: "workshop",
    words: "idee zeigen",
    aliases: ["idee #"],
    summary: "zeigt eine Idee mit ihren Kommentaren",
    help: "Mit allem, was dazu gesagt wurde und wer sie unterstützt.",
    example: "idee 1",
    issues: [],
    parameters: { idea: which },
    build: ({ idea }) => ask({ kind: "ideas", idea }),
  }),
  commandRow({
    id: "photo-of-idea",
    subject: "workshop",
    words: "foto",
    aliases: ["foto idee", "foto von", "foto zeigen"],
    summary: "zeigt das Foto, das mit einer Idee kam",
    help: "Ein Foto schicken Sie mit, wenn Sie eine Idee geben: ein Bild mit „idee: …“ als Text dazu, PNG, JPEG oder WebP, höchstens 10 MB. Ort, Gerät und was sonst in der Datei steckt, wird entfernt. Wo Ideen anonym sind, geht es nicht.",
    example: "foto 1",
    issues: [],
    parameters: { idea: which },
    build: ({ idea }) => ask({ kind: "photo", idea }),
  }),
  commandRow({
    id: "change-idea",
    subject: "workshop",
    words: "idee ändern",
    aliases: ["idee # ändern", "idee # neu", "idee neu"],
    summary: "ändert den Wortlaut einer Idee",
    help: "Die eigene, solange der Workshop offen ist und nicht gerade gepunktet wird; die Moderation jede. Eine anonyme Idee kann nur die Moderation ändern, und erst, wenn der Kasten geöffnet ist.",
    example: "idee ändern 1: Mehr Plätze in der Kurzzeitpflege, auch am Wochenende",
    issues: ["ChangeIdea"],
    body: true,
    parameters: { idea: which, text: required(bodyText("IDEE"), "Wie lautet die Idee jetzt?") },
    build: ({ idea, text }) => issue({ type: "ChangeIdea", idea, text }),
  }),
  commandRow({
    id: "withdraw-idea",
    subject: "workshop",
    words: "idee zurückziehen",
    aliases: ["idee # zurückziehen", "idee streichen", "idee # streichen"],
    summary: "zieht eine Idee zurück",
    help: "Die eigene, solange der Workshop offen ist und nicht gerade gepunktet wird; die Moderation jede. Ihre Nummer wird nicht neu vergeben.",
    example: "idee zurückziehen 1",
    issues: ["WithdrawIdea"],
    parameters: { idea: which },
    build: ({ idea }) => issue({ type: "WithdrawIdea", idea }),
  }),
  commandRow({
    id: "reveal-ideas",
    subject: "workshop",
    words: "ideen aufdecken",
    aliases: ["aufdecken"],
    summary: "deckt verdeckte Ideen auf und öffnet den Kasten der anonymen",
    help: "Das tut die Moderation, und es lässt sich nicht zurücknehmen. Anonyme Ideen erscheinen ohne Namen und in zufälliger Reihenfolge.",
    example: "ideen aufdecken",
    issues: ["RevealIdeas"],
    parameters: {},
    build: () => issue({ type: "RevealIdeas" }),
  }),
  commandRow({
    id: "comment-idea",
    subject: "workshop",
    words: "kommentar",
    aliases: ["kommentar zu", "idee # kommentar", "kommentiere"],
    summary: "sagt etwas zu einer Idee",
    help: "Mit Ihrem Namen; wer die Idee gegeben hat, hört es im Direktchat. Solange die Ideen verdeckt sind, geht es nicht.",
    example: "kommentar zu 1: Auch für Geschwister?",
    issues: ["CommentIdea"],
    body: true,
    parameters: { idea: which, text: required(bodyText("TEXT"), "Was möchten Sie dazu sagen?") },
    build: ({ idea, text }) => issue({ type: "CommentIdea", idea, text }),
  }),
  commandRow({
    id: "support-idea",
    subject: "workshop",
    words: "unterstütze",
    aliases: ["unterstützen", "ich unterstütze", "idee unterstützen", "idee # unterstützen"],
    summary: "unterstützt eine Idee",
    help: "Jede Person einmal, die eigene Idee nicht. Das ist noch keine Gewichtung.",
    example: "unterstütze 1",
    issues: ["SupportIdea"],
    parameters: { idea: which },
    build: ({ idea }) => issue({ type: "SupportIdea", idea }),
  }),
  commandRow({
    id: "end-support",
    subject: "workshop",
    words: "nicht mehr",
    aliases: [
      "unterstütze nicht mehr",
      "ich unterstütze nicht mehr",
      "idee # nicht mehr unterstützen",
      "nicht mehr unterstützen",
    ],
    summary: "unterstützt eine Idee nicht mehr",
    help: "Nimmt Ihre Unterstützung zurück.",
    example: "nicht mehr 1",
    issues: ["EndSupport"],
    parameters: { idea: which },
    build: ({ idea }) => issue({ type: "EndSupport", idea }),
  }),
];
