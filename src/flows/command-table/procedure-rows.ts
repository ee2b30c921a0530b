import { required } from "../parameters/acceptor.ts";
import { type ProceduralWish, proceduralWish } from "../parameters/procedural.ts";
import { bodyText } from "../parameters/text.ts";
import { type CommandRow, commandRow, issue } from "./command-row.ts";

const moved = (wish: ProceduralWish) => issue({ type: "MoveProcedural", ...wish });

type Shorthand = Pick<CommandRow, "id" | "words" | "summary" | "example"> & {
  /** What is asked where the word alone is not enough. */
  readonly prompt?: string;
};

/** The motion's own word in front, so that nobody needs "go-antrag" for it. */
const shorthand = ({ prompt, ...row }: Shorthand): CommandRow =>
  commandRow({
    ...row,
    subject: "antrag",
    help: "Kurz für „go-antrag …“. Gegenrede löst eine Abstimmung aus.",
    issues: ["MoveProcedural"],
    parameters: { wish: required(proceduralWish(row.words, prompt === undefined), prompt ?? "Was genau?") },
    build: ({ wish }) => moved(wish),
  });

/** Geschäftsordnungsanträge. */
export const procedureRows = [
  commandRow({
    id: "move-procedural",
    subject: "antrag",
    words: "go-antrag",
    aliases: ["go antrag", "geschäftsordnungsantrag", "antrag zur geschäftsordnung", "antrag auf", "go-antrag auf"],
    summary: "stellt einen Antrag zur Geschäftsordnung",
    help: "Schluss der Debatte oder der Redeliste, Wiedereröffnung der Redeliste, Redezeit, Vertagung (des Punktes oder der Sitzung), Nichtbefassung, Überweisung an …, Unterbrechung mit Minuten, Beschlussfähigkeit, geheime oder namentliche Abstimmung und was die Geschäftsordnung sonst kennt. Er kommt nach dem laufenden Beitrag an die Reihe, vor allem anderen.",
    example: "go-antrag Schluss der Debatte",
    issues: ["MoveProcedural"],
    parameters: { wish: required(proceduralWish(), "Was wird beantragt?") },
    build: ({ wish }) => moved(wish),
  }),
  shorthand({
    id: "move-closing",
    words: "schluss der",
    summary: "beantragt Schluss der Debatte, der Redeliste oder der Sitzung",
    example: "schluss der redeliste",
    prompt: "Schluss wovon? Debatte, Redeliste oder Sitzung.",
  }),
  shorthand({
    id: "move-adjournment",
    words: "vertagung",
    summary: "beantragt, den Punkt oder die Sitzung zu vertagen",
    example: "vertagung",
  }),
  shorthand({
    id: "move-non-consideration",
    words: "nichtbefassung",
    summary: "beantragt, sich mit dem Punkt nicht zu befassen",
    example: "nichtbefassung",
  }),
  shorthand({
    id: "move-referral",
    words: "überweisung",
    summary: "beantragt, den Punkt zu überweisen",
    example: "überweisung an die Unter-AG Hilfen",
    prompt: "An wen? Zum Beispiel: an die Unter-AG Hilfen.",
  }),
  shorthand({
    id: "move-interruption",
    words: "unterbrechung",
    summary: "beantragt, die Sitzung zu unterbrechen",
    example: "unterbrechung 10 minuten",
    prompt: "Für wie viele Minuten?",
  }),
  commandRow({
    id: "appeal",
    subject: "antrag",
    words: "anfechten",
    aliases: ["anfechtung", "entscheidung anfechten", "leitung anfechten"],
    summary: "ruft das Gremium gegen eine Entscheidung der Sitzungsleitung an",
    help: "Nach dem Doppelpunkt, was angefochten wird. Das Gremium entscheidet sofort mit Mehrheit; bei Stimmengleichheit bleibt die Entscheidung bestehen.",
    example: "anfechten: Die Redeliste wurde zu früh geschlossen.",
    issues: ["MoveProcedural"],
    body: true,
    parameters: { text: required(bodyText("ENTSCHEIDUNG"), "Welche Entscheidung wird angefochten?") },
    build: ({ text }) => issue({ type: "MoveProcedural", wants: "appeal", text }),
  }),
];
