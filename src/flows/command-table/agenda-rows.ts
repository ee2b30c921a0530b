import { nothingToChange } from "../../texts/prompts.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { minutes } from "../parameters/numbers.ts";
import { flag, title } from "../parameters/text.ts";
import { item, itemBehind } from "../parameters/things.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const visibility = flag("nichtöffentlich", {
  nichtöffentlich: false,
  "nicht öffentlich": false,
  nichtöffentlicher: false,
  öffentlich: true,
});
const deciding = flag("ohne Beschluss", {
  "ohne beschluss": false,
  "nur information": false,
  "zur information": false,
  "mit beschluss": true,
});

export const agendaRows = [
  commandRow({
    id: "agenda",
    subject: "tagesordnung",
    words: "tagesordnung",
    aliases: ["tops", "to zeigen"],
    summary: "zeigt die Tagesordnung",
    help: "Die Punkte in ihrer Reihenfolge, mit Stand und Zeit.",
    example: "tagesordnung",
    issues: [],
    parameters: {},
    build: () => ask({ kind: "agenda" }),
  }),
  commandRow({
    id: "add-item",
    subject: "tagesordnung",
    words: "top vorschlagen",
    aliases: ["punkt vorschlagen", "top anmelden", "neuer top", "top neu"],
    summary: "schlägt einen Punkt für die Tagesordnung vor",
    help: "Titel in Anführungszeichen, dazu nach Wunsch eine Zeit, „nichtöffentlich“ und „ohne Beschluss“.",
    example: 'top vorschlagen "Bericht zur Schulsozialarbeit" 10 min ohne Beschluss',
    issues: ["AddAgendaItem"],
    parameters: {
      minutes: optional(minutes),
      isPublic: optional(visibility),
      deciding: optional(deciding),
      title: required(title("TITEL"), "Wie heißt der Punkt?"),
    },
    build: ({ minutes: budget, isPublic, deciding: decides, title: name }) =>
      issue({
        type: "AddAgendaItem",
        title: name,
        public: isPublic ?? true,
        deciding: decides ?? true,
        ...(budget === undefined ? {} : { minutes: budget }),
      }),
  }),
  commandRow({
    id: "change-item",
    subject: "tagesordnung",
    words: "top ändern",
    aliases: ["top # ändern", "punkt ändern"],
    summary: "ändert Titel, Zeit oder Öffentlichkeit eines Punktes",
    help: "Nummer, dann was sich ändert: neuer Titel in Anführungszeichen, Zeit, öffentlich oder nichtöffentlich, mit oder ohne Beschluss.",
    example: "top ändern 3 20 min nichtöffentlich",
    issues: ["ChangeAgendaItem"],
    parameters: {
      item: required(item, "Welcher Punkt?"),
      minutes: optional(minutes),
      isPublic: optional(visibility),
      deciding: optional(deciding),
      title: optional(title("TITEL")),
    },
    build({ item: which, minutes: budget, isPublic, deciding: decides, title: name }) {
      const changes = {
        ...(name === undefined ? {} : { title: name }),
        ...(budget === undefined ? {} : { minutes: budget }),
        ...(isPublic === undefined ? {} : { public: isPublic }),
        ...(decides === undefined ? {} : { deciding: decides }),
      };
      if (Object.keys(changes).length === 0) return problem(nothingToChange());
      return issue({ type: "ChangeAgendaItem", item: which, ...changes });
    },
  }),
  commandRow({
    id: "move-item",
    subject: "tagesordnung",
    words: "top verschieben",
    aliases: ["punkt verschieben", "top schieben"],
    summary: "stellt einen Punkt vor einen anderen",
    help: "„top verschieben 5 vor 3“: Punkt 5 kommt vor Punkt 3.",
    example: "top verschieben 3 vor 2",
    issues: ["MoveAgendaItem"],
    parameters: {
      before: required(itemBehind("vor"), "Vor welchen Punkt?"),
      item: required(item, "Welcher Punkt wird verschoben?"),
    },
    build: ({ item: which, before }) => issue({ type: "MoveAgendaItem", item: which, before }),
  }),
  commandRow({
    id: "remove-item",
    subject: "tagesordnung",
    words: "top streichen",
    aliases: ["top # streichen", "punkt streichen", "top löschen", "top absetzen", "top # absetzen"],
    summary: "nimmt einen Punkt von der Tagesordnung",
    help: "Der Punkt entfällt. Soll er wiederkommen, ist „top vertagen“ richtig.",
    example: "top streichen 3",
    issues: ["RemoveAgendaItem"],
    parameters: { item: required(item, "Welcher Punkt wird gestrichen?") },
    build: ({ item: which }) => issue({ type: "RemoveAgendaItem", item: which }),
  }),
  commandRow({
    id: "adopt-agenda",
    subject: "tagesordnung",
    words: "tagesordnung beschließen",
    aliases: ["tagesordnung feststellen", "tagesordnung annehmen", "tagesordnung genehmigen"],
    summary: "stellt die Tagesordnung fest",
    help: "Hält fest, dass die Tagesordnung so gilt.",
    example: "tagesordnung beschließen",
    issues: ["AdoptAgenda"],
    parameters: {},
    build: () => issue({ type: "AdoptAgenda" }),
  }),
  commandRow({
    id: "call-item",
    subject: "tagesordnung",
    words: "top",
    aliases: ["top aufrufen", "punkt", "tagesordnungspunkt"],
    summary: "ruft einen Punkt auf",
    help: "Der Punkt davor ist damit erledigt. Mit „weiter“ kommt der nächste.",
    example: "top 3",
    issues: ["CallAgendaItem"],
    parameters: { item: required(item, "Welcher Punkt?") },
    build: ({ item: which }) => issue({ type: "CallAgendaItem", item: which }),
  }),
  commandRow({
    id: "next-item",
    subject: "tagesordnung",
    words: "weiter",
    aliases: ["nächster top", "nächster punkt", "weiter gehts"],
    summary: "ruft den nächsten Punkt auf",
    help: "Der laufende Punkt ist damit erledigt.",
    example: "weiter",
    issues: ["CallNextItem"],
    parameters: {},
    build: () => issue({ type: "CallNextItem" }),
  }),
  commandRow({
    id: "adjourn-item",
    subject: "tagesordnung",
    words: "top vertagen",
    aliases: ["top # vertagen", "vertagen", "punkt vertagen"],
    summary: "vertagt einen Punkt auf die nächste Sitzung",
    help: "Der Punkt kommt von selbst auf die nächste Tagesordnung.",
    example: "top vertagen 3",
    issues: ["AdjournAgendaItem"],
    parameters: { item: required(item, "Welcher Punkt wird vertagt?") },
    build: ({ item: which }) => issue({ type: "AdjournAgendaItem", item: which }),
  }),
];
