import { describe, expect, test } from "vitest";
import type { CommitteeFile } from "../../src/core/membership/committee-file.ts";
import { decideMembership } from "../../src/core/membership/decide.ts";
import { diffCommittee } from "../../src/core/membership/import-diff.ts";
import { hintsFor } from "../../src/core/membership/import-hints.ts";
import type { MembershipState } from "../../src/core/membership/state.ts";
import { importPreview } from "../../src/texts/membership.ts";
import { membershipRefusal } from "../../src/texts/membership-refusals.ts";
import type { Names } from "../../src/texts/names.ts";
import {
  accountKey,
  committeeFile,
  committeeOf,
  day,
  description,
  evolved,
  given,
  office,
  officeKey,
  organization,
  person,
  personKey,
  roomKey,
} from "../core/membership/committee-fixture.ts";
import { rulesWith } from "../support/rules.ts";

const today = day("2023-01-27");
const regenbogen = organization("regenbogen", { name: "Regenbogen e. V.", shortName: "Regenbogen" });
const schutzbund = organization("kinderschutzbund", { name: "Kinderschutzbund" });
const lindner = person("lindner", { salutation: "Herr", name: "Lindner" }, "regenbogen");
const jansen = person("jansen", { salutation: "Frau", name: "Jansen", role: "advisory" }, "kinderschutzbund");
const organizations = [regenbogen, schutzbund];

const preview = (state: MembershipState, fields: Partial<CommitteeFile>) => {
  const file = committeeFile(fields);
  return importPreview(diffCommittee(state, file, today), hintsFor(state, file, today));
};

describe("Vorschau eines Imports", () => {
  const state = committeeOf({ organizations, people: [lindner, jansen] });

  test("ein neues Gremium, Zeile für Zeile", () => {
    expect(
      preview(given(), {
        organizations: [organization("regenbogen", regenbogen.record, { since: "2023-01-01" })],
        people: [lindner, person("pohlmann", { salutation: "Herr", name: "Pohlmann" })],
        offices: [office("sprecher", { title: "2. Sprecher*in", holders: 2 }, ["lindner"])],
        rooms: [{ room: roomKey("console:traeger"), name: "Träger" }],
        standingItems: { opening: [{ title: "Begrüßung", deciding: false }], closing: [] },
        rules: { title: "GO der AG 78", profile: "ag78-standard", settings: {} },
      }),
    ).toEqual([
      "Die Gremiumsdatei bringt 9 Änderungen:",
      "+ Gremium AG 78 Hilfen zur Erziehung",
      "+ Träger Regenbogen e. V. (1 Sitz) ab 01.01.2023",
      "+ Herr Lindner (Regenbogen), stimmberechtigt ab 01.01.2023",
      "+ Herr Pohlmann, Gast ab 27.01.2023",
      "+ Amt 2. Sprecher*in (2 Plätze)",
      "+ 2. Sprecher*in: Herr Lindner ab 27.01.2023",
      "+ Raum Träger (console:traeger)",
      "+ Ständige Tagesordnungspunkte: Begrüßung",
      "+ Geschäftsordnung »GO der AG 78«",
    ]);
  });

  test("nichts Neues wird gesagt", () => {
    expect(preview(state, { organizations, people: [lindner, jansen] })).toEqual([
      "Die Gremiumsdatei sagt nichts Neues; es ändert sich nichts.",
      "! Kinderschutzbund: Für diesen Sitz ist niemand stimmberechtigt.",
    ]);
  });

  test("Änderungen nennen Altes, Neues und den Tag", () => {
    const moved = person("jansen", { salutation: "Frau", name: "Jansen-Voß", email: "j@example.org" }, "regenbogen", {
      since: "2023-03-01",
    });
    const [, ...lines] = preview(state, {
      description: { ...description, county: "Kreis Auental", meetingsBefore: 2 },
      organizations: [organization("regenbogen", { ...regenbogen.record, seats: 2, kind: "other" }), schutzbund],
      people: [person("lindner", lindner.record, "regenbogen", { since: "2023-02-01" }), moved],
    });
    expect(lines).toEqual([
      "~ Gremium: Kreis (neu) Kreis Auental, bisherige Sitzungen 0 → 2",
      "~ Träger Regenbogen e. V.: Art frei → sonstige, Sitze 1 → 2 ab 27.01.2023",
      "~ Herr Lindner (Regenbogen): Beginn 01.01.2023 → 01.02.2023",
      "~ Frau Jansen: Name Jansen → Jansen-Voß, Träger Kinderschutzbund → Regenbogen, Rolle beratend → stimmberechtigt, Mail (neu) j@example.org ab 01.03.2023",
      "! Regenbogen (Sitz 1): Stimmberechtigt sind Herr Lindner und Frau Jansen-Voß; es zählt die erste Stimme.",
      "! Regenbogen (Sitz 2): Für diesen Sitz ist niemand stimmberechtigt.",
      "! Kinderschutzbund: Für diesen Sitz ist niemand stimmberechtigt.",
    ]);
  });

  test("wer geht, wer ein Ende bekommt und wer wiederkommt", () => {
    const gone = evolved(state, [{ type: "PersonLeft", person: personKey("lindner"), until: day("2023-01-10") }]);
    const ending = { ...schutzbund, until: day("2023-12-31") };
    expect(preview(gone, { organizations: [regenbogen, ending], people: [lindner] }).slice(1, 4)).toEqual([
      "- Träger Kinderschutzbund bis 31.12.2023",
      "+ Herr Lindner (Regenbogen), stimmberechtigt wieder ab 27.01.2023",
      "- Frau Jansen (Kinderschutzbund) bis 26.01.2023",
    ]);
    const announced = evolved(state, [
      { type: "OrganizationLeft", organization: schutzbund.record.organization, until: day("2023-12-31") },
    ]);
    expect(preview(announced, { organizations, people: [lindner, jansen] })[1]).toBe(
      "~ Träger Kinderschutzbund: Ende 31.12.2023 entfällt",
    );
  });

  test("wer durch Wahl im Amt war, wird als gewählt genannt", () => {
    const held = evolved(
      committeeOf({ organizations, people: [lindner], offices: [office("sprecher", { title: "Sprecher*in" })] }),
      [
        {
          type: "OfficeAssigned",
          office: officeKey("sprecher"),
          person: personKey("lindner"),
          from: today,
          origin: "election",
        },
      ],
    );
    const freed = office("sprecher", { title: "Sprecher*in", kind: "chair" }, [], true);
    expect(preview(held, { organizations, people: [lindner], offices: [freed] }).slice(1, 3)).toEqual([
      "~ Amt Sprecher*in: Art sonstiges Amt → Vorsitz",
      "- Sprecher*in: Herr Lindner bis 26.01.2023 (war gewählt)",
    ]);
  });

  test("ein neuer Schlüssel für denselben Namen fällt auf", () => {
    const lines = preview(state, {
      organizations: [organization("rb", { name: "Regenbogen e. V." }), schutzbund],
      people: [person("lindner-2", { salutation: "Herr", name: "Lindner" }, "rb"), jansen],
    });
    expect(lines.filter((line) => line.includes("schluessel"))).toEqual([
      "! Träger Regenbogen e. V. bekäme einen neuen Schlüssel. Ist es derselbe, tragen Sie »schluessel: regenbogen« ein.",
      "! Herr Lindner bekäme einen neuen Schlüssel und verlöre Konto und Ämter. Ist es dieselbe Person, tragen Sie »schluessel: lindner« ein.",
    ]);
  });
});

describe("Ablehnungen in Worten", () => {
  const names: Names = {
    person: () => "Herr Lindner",
    seat: () => "Regenbogen",
    time: () => "10:00 Uhr",
    moment: () => "27.01.2023, 10:00 Uhr",
    changedRules: () => rulesWith(),
  };

  test("eine Datei, die nicht passt, nennt alle Gründe und sagt, dass nichts geändert wurde", () => {
    const desired = committeeFile({
      organizations: [organization("a"), organization("a")],
      people: [person("x", { salutation: "Frau", name: "Xaver" }, "fehlt"), person("y", { name: "Y", role: "voting" })],
      offices: [office("o", { title: "Sprecher*in" }, ["x", "y", "z"])],
    });
    const decision = decideMembership(given(), { type: "ImportCommittee", desired, today });
    if (decision.ok || decision.error.code !== "ImportRefused") throw new Error("it has to be refused");
    expect(membershipRefusal.ImportRefused(decision.error, names).lines).toEqual([
      "Abgelehnt: Die Gremiumsdatei passt nicht zusammen (5 Stellen). Geändert wurde nichts.",
      "Zwei Träger haben den Schlüssel »a«.",
      "Frau Xaver gehört zu einem Träger, der nicht in der Datei steht (»fehlt«).",
      "Y soll abstimmen dürfen, gehört aber zu keinem Träger.",
      "»z« soll das Amt »Sprecher*in« haben, gehört aber nicht (mehr) zum Gremium.",
      "Das Amt »Sprecher*in« hat 1 Platz, es hätten aber 3 Personen: Frau Xaver, Y und z. Wer es nicht mehr hat, fällt weg, wenn alle anderen am Amt unter »inhaber« stehen.",
    ]);
  });

  test("bei Codes und Konten steht, was jetzt möglich ist", () => {
    const validUntil = day("2023-02-10");
    expect(membershipRefusal.LinkCodeExpired({ code: "LinkCodeExpired", validUntil }, names).lines).toEqual([
      "Abgelehnt: Dieser Code galt bis zum 10.02.2023.",
      "Einen neuen Code bekommen Sie von der Geschäftsführung.",
    ]);
    const taken = { code: "AccountTaken", account: accountKey("console:x"), person: personKey("lindner") } as const;
    expect(membershipRefusal.AccountTaken(taken, names)).toEqual({
      lines: [
        "Abgelehnt: Mit diesem Konto ist schon Herr Lindner verbunden.",
        "Soll es gewechselt werden, melden Sie es zuerst ab.",
      ],
      commands: ["abmelden"],
    });
  });
});
