import type { DocumentationView, DocumentedIdea, DocumentedResult } from "../../core/papers/documentation.ts";
import { quietGrades } from "../../texts/announcements-notes.ts";
import { resultKinds, roleName, routeOutcomes } from "../../texts/announcements-routes.ts";
import { cleanText } from "./clean-text.ts";
import { placedIdeas } from "./placed-ideas.ts";
import { nameOf } from "./printed-names.ts";

/** Workshop als JSON, with German keys; what was not recorded has none. `format` rises when a key changes its meaning. */
export function workshopJson(view: DocumentationView): object {
  const { head, meeting, continues, days, moderators, participants, questions, weightings, results, tagLists } = view;
  return cleaned({
    format: "sitzungsdienst-workshop/1",
    fassung: head.version === "public" ? "öffentlich" : "intern",
    stand: head.asOf,
    gremium: head.committee,
    titel: view.title,
    tage: days.map(({ date, begin, end }) => ({ datum: date, von: begin, bis: end })),
    ort: meeting.place,
    fortsetzung: continues === undefined ? undefined : { sitzung: continues.number, datum: continues.date },
    abgeschlossen: view.isFinal,
    anonym: view.isAnonymous,
    moderation: moderators.map(nameOf),
    teilnehmende: participants.map(({ label, count }) => ({
      gruppe: label,
      anzahl: count?.number,
      zusatz: count?.qualifier,
    })),
    leitfragen: questions.map(({ number, text, room }) => ({ nummer: number, text, raum: room })),
    gruppen: view.sections.flatMap(({ question, groups }) =>
      groups.map(({ number, name }) => ({ nummer: number, name, leitfrage: question?.number })),
    ),
    ideen: placedIdeas(view).map(({ idea, question, group }) => ({
      nummer: idea.number,
      leitfrage: question,
      gruppe: group?.number,
      ...ideaJson(idea),
    })),
    verdeckt: view.hidden,
    imKasten: view.sealed,
    zurueckgezogen: view.withdrawn,
    gewichtungen: weightings.map(({ number, terms, voters, dots, places, without }) => ({
      nummer: number,
      art: terms,
      abgegeben: voters,
      punkte: dots,
      rangliste: places.map((one) => ({ platz: one.place, punkte: one.dots, ziele: one.targets.map(targetJson) })),
      ohnePunkte: without.map(targetJson),
    })),
    ergebnisse: results.map(resultJson),
    schlagworte: tagLists.map(({ name, tags }) => ({
      liste: name,
      schlagworte: tags.map(({ tag, ideas, results: count }) => ({ schlagwort: tag, ideen: ideas, ergebnisse: count })),
    })),
  });
}

const ideaJson = ({ text, by, support, tags, hasPhoto, comments }: DocumentedIdea) => ({
  text,
  von: by === undefined ? undefined : nameOf(by),
  unterstuetzung: support ?? 0,
  schlagworte: tags,
  foto: hasPhoto,
  kommentare: comments.map((one) => ({ text: one.text, von: one.by === undefined ? undefined : nameOf(one.by) })),
});

const targetJson = ({ kind, number }: { readonly kind: "idea" | "group"; readonly number: number }) => ({
  art: kind === "idea" ? "Idee" : "Gruppe",
  nummer: number,
});

const resultJson = ({ number, kind, grade, text, origin, owner, tags, steps, standing }: DocumentedResult) => ({
  nummer: number,
  art: resultKinds[kind],
  grad: grade === undefined ? undefined : quietGrades[grade],
  text,
  herkunft: origin,
  zustaendig: owner === undefined ? undefined : nameOf(owner),
  schlagworte: tags,
  stand: standing,
  weg: steps.map(({ number: step, body, due, target, standing: stepStanding, answer, ...role }) => ({
    schritt: step,
    gremium: body,
    rolle: roleName(role),
    ziel: due,
    zieltag: target,
    stand: stepStanding,
    antwort:
      answer === undefined
        ? undefined
        : {
            ergebnis: routeOutcomes[answer.outcome],
            am: answer.on,
            einstimmig: answer.unanimous,
            bedingung: answer.condition,
            wortlaut: answer.wording,
          },
  })),
});

/** Every text as papers have it too: without what cannot be seen. */
function cleaned(value: object): object {
  return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (typeof one === "string" ? cleanText(one) : one)));
}
