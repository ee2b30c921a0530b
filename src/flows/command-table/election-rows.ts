import type { PersonId } from "../../core/kernel/ids.ts";
import { optional, required } from "../parameters/acceptor.ts";
import { seatCount } from "../parameters/numbers.ts";
import { people, person } from "../parameters/people.ts";
import { behind, bodyText, flag } from "../parameters/text.ts";
import { office } from "../parameters/things.ts";
import { ballotMode } from "./ballot-rows.ts";
import { commandRow, issue } from "./command-row.ts";

const named = (whom: PersonId | undefined) => (whom === undefined ? {} : { person: whom });

export const electionRows = [
  commandRow({
    id: "open-election",
    subject: "wahl",
    words: "wahl",
    aliases: ["wahl eröffnen", "wählen", "neue wahl"],
    summary: "eröffnet die Wahl für ein Amt",
    help: "Titel des Amtes in Anführungszeichen; „2 Sitze“, wenn mehrere gewählt werden; „geheim“ nach Wunsch.",
    example: 'wahl "1. Sprecher*in" geheim',
    issues: ["OpenElection"],
    parameters: {
      seats: optional(seatCount),
      secret: optional(flag("geheim", { geheim: true, offen: false })),
      office: required(office, "Für welches Amt?"),
    },
    build: ({ seats, secret, office: which }) =>
      issue({
        type: "OpenElection",
        office: which,
        secret: secret ?? false,
        ...(seats === undefined ? {} : { seats }),
      }),
  }),
  commandRow({
    id: "stand",
    subject: "wahl",
    words: "kandidatur",
    aliases: ["kandidiere", "ich kandidiere", "… kandidiert"],
    summary: "meldet eine Kandidatur an",
    help: "Ohne Namen: Ihre eigene.",
    example: "kandidatur",
    issues: ["Nominate"],
    parameters: { person: optional(person) },
    build: ({ person: whom }) => issue({ type: "Nominate", ...named(whom) }),
  }),
  commandRow({
    id: "nominate",
    subject: "wahl",
    words: "vorschlag",
    aliases: ["vorschlagen", "ich schlage vor"],
    summary: "schlägt jemanden zur Wahl vor",
    help: "Wer gewählt wird, muss die Wahl noch annehmen.",
    example: "vorschlag Frau Jansen",
    issues: ["Nominate"],
    parameters: { person: required(person, "Wen schlagen Sie vor?") },
    build: ({ person: whom }) => issue({ type: "Nominate", person: whom }),
  }),
  commandRow({
    id: "withdraw-candidacy",
    subject: "wahl",
    words: "kandidatur zurückziehen",
    aliases: ["kandidiere nicht", "ich kandidiere nicht"],
    summary: "zieht eine Kandidatur zurück",
    help: "Ohne Namen: Ihre eigene.",
    example: "kandidatur zurückziehen",
    issues: ["WithdrawCandidacy"],
    parameters: { person: optional(person) },
    build: ({ person: whom }) => issue({ type: "WithdrawCandidacy", ...named(whom) }),
  }),
  commandRow({
    id: "open-round",
    subject: "wahl",
    words: "wahlgang",
    aliases: ["wahlgang eröffnen", "wahlgang öffnen", "nächster wahlgang", "stichwahl"],
    summary: "eröffnet den nächsten Wahlgang",
    help: "Mit denen, die nach der Geschäftsordnung noch zur Wahl stehen.",
    example: "wahlgang geheim",
    issues: ["OpenElectionRound"],
    parameters: { mode: optional(ballotMode) },
    build: ({ mode }) => issue({ type: "OpenElectionRound", ...(mode === undefined ? {} : { mode }) }),
  }),
  commandRow({
    id: "draw-lot",
    subject: "wahl",
    words: "los",
    aliases: ["losentscheid", "los ziehen"],
    summary: "zieht das Los vor einer Zeugin oder einem Zeugen",
    help: "Wer bezeugt, darf nicht selbst zur Wahl stehen. Die gezogene Zahl wird festgehalten.",
    example: "los zeuge Frau Neeth",
    issues: ["DrawLot"],
    parameters: {
      witnesses: required(
        behind(["zeuge", "zeugin", "zeugen", "zeuginnen", "vor"], people),
        "Wer bezeugt das Los? Zum Beispiel: los zeuge Frau Neeth",
      ),
    },
    build: ({ witnesses }, { ports }) => issue({ type: "DrawLot", witnesses, chance: ports.chance() }),
  }),
  commandRow({
    id: "declare-elected",
    subject: "wahl",
    words: "gewählt",
    aliases: ["gewählt ist", "gewählt sind"],
    summary: "stellt im Raum fest, wer gewählt ist, ohne Zahlen",
    help: "Für Wahlen, die im Raum ohne Auszählung stattfanden. Die Gewählten müssen noch annehmen.",
    example: "gewählt: Frau Jansen, Frau Neeth einstimmig",
    issues: ["DeclareElected"],
    parameters: {
      unanimous: optional(flag("einstimmig", { einstimmig: true, mehrheitlich: false })),
      people: required(people, "Wer ist gewählt?"),
    },
    build: ({ unanimous, people: elected }) =>
      issue({ type: "DeclareElected", people: elected, ...(unanimous === undefined ? {} : { unanimous }) }),
  }),
  commandRow({
    id: "accept",
    subject: "wahl",
    words: "annehmen",
    aliases: ["ich nehme die wahl an", "nehme an", "wahl annehmen", "… nimmt an", "… nimmt die wahl an"],
    summary: "nimmt die Wahl an",
    help: "Erst damit ist das Amt besetzt. Die Leitung kann einen Namen nennen.",
    example: "annehmen",
    issues: ["AnswerElection"],
    parameters: { person: optional(person) },
    build: ({ person: whom }) => issue({ type: "AnswerElection", accepts: true, ...named(whom) }),
  }),
  commandRow({
    id: "decline",
    subject: "wahl",
    words: "ablehnen",
    aliases: ["ich lehne die wahl ab", "lehne ab", "wahl ablehnen", "… lehnt ab", "… lehnt die wahl ab"],
    summary: "lehnt die Wahl ab",
    help: "Der Platz bleibt dann offen. Die Leitung kann einen Namen nennen.",
    example: "ablehnen",
    issues: ["AnswerElection"],
    parameters: { person: optional(person) },
    build: ({ person: whom }) => issue({ type: "AnswerElection", accepts: false, ...named(whom) }),
  }),
  commandRow({
    id: "end-election",
    subject: "wahl",
    words: "wahl beenden",
    aliases: ["wahl abbrechen", "wahl vertagen"],
    summary: "beendet die Wahl, mit Grund",
    help: "Wer schon angenommen hat, bleibt gewählt.",
    example: "wahl beenden: Für den zweiten Platz kandidiert niemand.",
    issues: ["EndElection"],
    body: true,
    parameters: { reason: required(bodyText("GRUND"), "Aus welchem Grund?") },
    build: ({ reason }) => issue({ type: "EndElection", reason }),
  }),
];
