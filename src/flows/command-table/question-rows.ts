import { noReasonNeeded } from "../../texts/prompts.ts";
import { rulesChangeInvalid } from "../../texts/rules-changes.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { contradicted } from "../parameters/contradicted.ts";
import { bodyText } from "../parameters/text.ts";
import { anyQuestion, question } from "../parameters/things.ts";
import { commandRow, issue } from "./command-row.ts";

/** Fragen, über die abgestimmt wird, ohne dass sie Sachanträge sind. */
export const questionRows = [
  commandRow({
    id: "propose-urgent-item",
    subject: "antrag",
    words: "dringlich",
    aliases: ["dringlichkeit", "dringlichkeitsantrag", "dringlicher punkt"],
    summary: "beantragt, einen dringlichen Punkt auf die Tagesordnung zu nehmen",
    help: "In der laufenden Sitzung. Welche Mehrheit dafür nötig ist, sagt die Geschäftsordnung; die Antwort nennt die Zahl.",
    example: "dringlich: Notbetreuung in den Ferien",
    issues: ["ProposeUrgentItem"],
    body: true,
    parameters: { title: required(bodyText("TITEL"), "Welcher Punkt?") },
    build: ({ title }) => issue({ type: "ProposeUrgentItem", title }),
  }),
  commandRow({
    id: "propose-deviation",
    subject: "antrag",
    words: "abweichung",
    aliases: ["abweichung von der geschäftsordnung", "abweichung von der go", "von der go abweichen"],
    summary: "beantragt, im Einzelfall von der Geschäftsordnung abzuweichen",
    help: "Wovon und wie, in einem Satz. Die Abweichung gilt nur für diesen Fall und kommt ins Protokoll.",
    example: "abweichung: Die Redezeit zu diesem Punkt beträgt zehn Minuten.",
    issues: ["ProposeDeviation"],
    body: true,
    parameters: { text: required(bodyText("WORTLAUT"), "Wovon soll abgewichen werden?") },
    build: ({ text }) => issue({ type: "ProposeDeviation", text }),
  }),
  commandRow({
    id: "change-rules",
    subject: "antrag",
    words: "go ändern",
    aliases: ["geschäftsordnung ändern", "go änderung", "go-änderung", "änderung der geschäftsordnung"],
    summary: "beantragt, die Geschäftsordnung zu ändern",
    help: "Nach dem Doppelpunkt, was sich ändert, wie in der Datei der Geschäftsordnung. Die Antwort zeigt, wie es war und wie es würde. Die Mehrheit dafür und ob die Änderung angekündigt sein muss, sagt die Geschäftsordnung.",
    example: "go ändern: quorum.kind: atLeastHalf",
    issues: ["ProposeRulesChange"],
    body: true,
    parameters: { text: required(bodyText("EINSTELLUNG: WERT"), "Was soll sich ändern?") },
    build({ text }, { ports }) {
      const settings = ports.readRulesChange(text);
      if (!settings.ok) return problem(rulesChangeInvalid(settings.error));
      return issue({ type: "ProposeRulesChange", settings: settings.value });
    },
  }),
  commandRow({
    id: "confirm-rules",
    subject: "antrag",
    words: "go bestätigen",
    aliases: ["geschäftsordnung bestätigen", "go-änderung bestätigen"],
    summary: "trägt ein, dass eine Änderung der Geschäftsordnung bestätigt ist",
    help: "Nur wo die Geschäftsordnung die Zustimmung eines anderen oder den Beschluss des Jugendhilfeausschusses verlangt. Nach dem Doppelpunkt, wer wann zugestimmt hat.",
    example: "go bestätigen frage 1: Jugendhilfeausschuss am 12.5.2026",
    issues: ["ConfirmRulesChange"],
    body: true,
    parameters: {
      question: required(anyQuestion, "Welche Frage?"),
      by: required(bodyText("WER UND WANN"), "Wer hat wann zugestimmt?"),
    },
    build: ({ question: which, by }) => issue({ type: "ConfirmRulesChange", question: which, by }),
  }),
  commandRow({
    id: "withdraw-question",
    subject: "antrag",
    words: "frage zurückziehen",
    aliases: ["frage # zurückziehen", "frage # zurücknehmen"],
    summary: "zieht eine Frage zurück",
    help: "Nur wer sie gestellt hat oder die Sitzungsleitung, und nur bis darüber entschieden ist.",
    example: "frage 1 zurückziehen",
    issues: ["WithdrawQuestion"],
    parameters: { question: required(question, "Welche Frage?") },
    build: ({ question: which }) => issue({ type: "WithdrawQuestion", question: which }),
  }),
  commandRow({
    id: "oppose-question",
    subject: "antrag",
    words: "gegenrede",
    aliases: [
      "gegenrede zu",
      "gegenrede gegen",
      "widerspruch zu frage",
      "widerspruch gegen frage",
      "widerspruch en bloc",
      "widerspruch gegen en bloc",
    ],
    summary: "spricht gegen eine Frage",
    help: "Ohne Nummer: gegen die Frage oder den GO-Antrag, der an der Reihe ist. Ob eine Begründung nötig ist, sagt die Geschäftsordnung; sie steht hinter dem Doppelpunkt.",
    example: "gegenrede frage 1",
    issues: ["OpposeQuestion"],
    body: true,
    parameters: { question: required(question, "Zu welcher Frage?"), reason: optional(bodyText("GRUND")) },
    build: ({ question: which, reason }) =>
      issue({ type: "OpposeQuestion", question: which, ...(reason === undefined ? {} : { reason }) }),
  }),
  commandRow({
    id: "contradict",
    subject: "antrag",
    words: "widerspruch",
    aliases: ["widerspreche", "ich widerspreche"],
    summary: "widerspricht dem, was gerade auf einen Widerspruch wartet",
    help: "Einer gemeinsamen Abstimmung oder Wahl (en bloc), einer Frage, die ohne Abstimmung angenommen wäre, oder einem Umlaufverfahren. Kommt mehreres in Frage, wird gefragt.",
    example: "widerspruch frage 1",
    issues: ["OpposeQuestion", "ObjectToEnBloc", "ObjectToProcedure"],
    body: true,
    parameters: { against: required(contradicted, "Wogegen?"), reason: optional(bodyText("GRUND")) },
    build({ against, reason }) {
      const why = reason === undefined ? {} : { reason };
      switch (against.kind) {
        case "question":
          return issue({ type: "OpposeQuestion", question: against.question, ...why });
        case "procedure":
          return issue({ type: "ObjectToProcedure", procedure: against.procedure, ...why });
        case "enBlocRound":
          return reason === undefined ? issue({ type: "ObjectToEnBloc" }) : problem(noReasonNeeded());
      }
    },
  }),
  commandRow({
    id: "support-question",
    subject: "antrag",
    words: "fürrede",
    aliases: ["fürrede zu", "fürrede für"],
    summary: "spricht für einen GO-Antrag",
    help: "Ohne Nummer: für den, der an der Reihe ist. Wie viele dafür und dagegen sprechen dürfen, sagt die Geschäftsordnung.",
    example: "fürrede frage 1",
    issues: ["SupportQuestion"],
    parameters: { question: required(question, "Zu welcher Frage?") },
    build: ({ question: which }) => issue({ type: "SupportQuestion", question: which }),
  }),
  commandRow({
    id: "adopt-unopposed",
    subject: "antrag",
    words: "keine gegenrede",
    aliases: ["ohne gegenrede", "kein widerspruch zu frage"],
    summary: "stellt fest, dass niemand gegen eine Frage spricht",
    help: "Wo die Geschäftsordnung es so vorsieht, ist sie damit ohne Abstimmung angenommen.",
    example: "keine gegenrede frage 1",
    issues: ["AdoptQuestion"],
    parameters: { question: required(question, "Zu welcher Frage?") },
    build: ({ question: which }) => issue({ type: "AdoptQuestion", question: which, manner: "unopposed" }),
  }),
  commandRow({
    id: "adopt-question",
    subject: "antrag",
    words: "konsens zu frage",
    aliases: ["konsens frage", "konsens über frage"],
    summary: "stellt fest, dass eine Frage im Konsens angenommen ist",
    help: "Wenn niemand widerspricht.",
    example: "konsens zu frage 1",
    issues: ["AdoptQuestion"],
    parameters: { question: required(question, "Zu welcher Frage?") },
    build: ({ question: which }) => issue({ type: "AdoptQuestion", question: which, manner: "consensus" }),
  }),
];
