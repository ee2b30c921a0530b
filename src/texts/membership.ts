import type { CommitteeChange } from "../core/membership/changes.ts";
import type { CommitteeDescription, MemberRole, OfficeKind, PersonRecord } from "../core/membership/events.ts";
import type { ImportHint } from "../core/membership/import-hints.ts";
import { numericDate } from "./dates.ts";
import { differences, type Field, termLine } from "./membership-differences.ts";
import { counted, joined } from "./names.ts";

type Change<Subject extends CommitteeChange["subject"]> = Extract<CommitteeChange, { subject: Subject }>;

const roleNames: Record<MemberRole, string> = {
  voting: "stimmberechtigt",
  substitute: "Stellvertretung",
  advisory: "beratend",
  guest: "Gast",
};

const officeKindNames: Record<OfficeKind, string> = {
  chair: "Vorsitz",
  deputyChair: "Stellvertretung des Vorsitzes",
  minuteTaker: "Schriftführung",
  office: "Geschäftsführung",
  other: "sonstiges Amt",
};

/** Was ein Import ändern würde, before it is applied: one line for each change ("+" new, "~" changed, "-" ends), then hints ("!"). */
export function importPreview(changes: readonly CommitteeChange[], hints: readonly ImportHint[]): readonly string[] {
  const first =
    changes.length === 0
      ? "Die Gremiumsdatei sagt nichts Neues; es ändert sich nichts."
      : `Die Gremiumsdatei bringt ${counted(changes.length, "Änderung", "Änderungen")}:`;
  return [first, ...changes.map(changeLine), ...hints.map((hint) => `! ${hintSentence(hint)}`)];
}

/** "+ Träger Regenbogen e. V. (1 Sitz) ab 01.01.2023" */
export function changeLine(change: CommitteeChange): string {
  switch (change.subject) {
    case "committee":
      return committeeLine(change);
    case "organization":
      return organizationLine(change);
    case "person":
      return personLine(change);
    case "office":
      return officeLine(change);
    case "holder":
      return holderLine(change);
    case "room":
      return roomLine(change);
    case "standingItems":
      return standingItemsLine(change);
    case "rules":
      return change.before === undefined
        ? `+ Geschäftsordnung »${change.event.rules.title}«`
        : `~ Geschäftsordnung »${change.before}« → »${change.event.rules.title}« (Inhalt geändert)`;
  }
}

function committeeLine({ event, before }: Change<"committee">): string {
  const { description } = event;
  if (before === undefined) return `+ Gremium ${description.name}`;
  const fields: readonly Field<CommitteeDescription>[] = [
    ["Name", (one) => one.name],
    ["Zusatz", (one) => one.addition],
    ["Kreis", (one) => one.county],
    ["Federführung", (one) => one.unit],
    ["Land", (one) => one.land],
    ["Zeitzone", (one) => one.timeZone],
    ["bisherige Sitzungen", (one) => String(one.meetingsBefore)],
    ["Weiterleitung", (one) => (one.relay === true ? "ja" : "nein")],
  ];
  return `~ Gremium: ${differences(fields, before, description)}`;
}

const organizationKinds = { public: "öffentlich", free: "frei", other: "sonstige" } as const;

function organizationLine({ event, record, before }: Change<"organization">): string {
  const name = `Träger ${record.name}`;
  if (event.type === "OrganizationLeft") return `- ${name} bis ${numericDate(event.until)}`;
  if (event.type === "OrganizationJoined") {
    return termLine(name, ` (${counted(record.seats, "Sitz", "Sitze")})`, event.from, before);
  }
  const fields: readonly Field<typeof record>[] = [
    ["Name", (one) => one.name],
    ["Kurzname", (one) => one.shortName],
    ["Art", (one) => organizationKinds[one.kind]],
    ["Sitze", (one) => String(one.seats)],
  ];
  const changes = before === undefined ? "" : differences(fields, before, record);
  return `~ Träger ${before?.name ?? record.name}: ${changes} ab ${numericDate(event.from)}`;
}

function personLine({
  event,
  record,
  before,
  name,
  nameBefore,
  organization,
  organizationBefore,
}: Change<"person">): string {
  const from = (one: string | undefined) => (one === undefined ? "" : ` (${one})`);
  if (event.type === "PersonLeft") {
    return `- ${name}${from(organization ?? organizationBefore)} bis ${numericDate(event.until)}`;
  }
  if (event.type === "PersonJoined") {
    return termLine(`${name}${from(organization)}`, `, ${roleNames[record.role]}`, event.from, before);
  }
  const fields: readonly Field<PersonRecord>[] = [
    ["Anrede", (one) => one.salutation],
    ["Vorname", (one) => one.givenName],
    ["Name", (one) => one.name],
    ["Träger", (one) => (one === record ? organization : organizationBefore)],
    ["Sitz", (one) => one.seat?.split("#")[1]],
    ["Rolle", (one) => roleNames[one.role]],
    ["Funktion", (one) => one.function],
    ["Mail", (one) => one.email],
    ["Redegruppe", (one) => one.speakerGroup],
  ];
  const changes = before === undefined ? "" : differences(fields, before, record);
  return `~ ${nameBefore ?? name}: ${changes} ab ${numericDate(event.from)}`;
}

function officeLine({ event, before }: Change<"office">): string {
  if (event.type === "OfficeAbolished") return `- Amt ${before?.title ?? event.office}`;
  const { record } = event;
  if (before === undefined) return `+ Amt ${record.title} (${counted(record.holders, "Platz", "Plätze")})`;
  const fields: readonly Field<typeof record>[] = [
    ["Titel", (one) => one.title],
    ["Art", (one) => officeKindNames[one.kind]],
    ["Plätze", (one) => String(one.holders)],
  ];
  return `~ Amt ${before.title}: ${differences(fields, before, record)}`;
}

function holderLine({ event, title, name, wasElected }: Change<"holder">): string {
  if (event.type === "OfficeAssigned") return `+ ${title}: ${name} ab ${numericDate(event.from)}`;
  const note = wasElected ? " (war gewählt)" : "";
  return `- ${title}: ${name} bis ${numericDate(event.until)}${note}`;
}

function roomLine({ event, before }: Change<"room">): string {
  if (event.type === "RoomUnbound") return `- Raum ${before?.name ?? event.room} (${event.room})`;
  const { name, room } = event.record;
  return before === undefined ? `+ Raum ${name} (${room})` : `~ Raum ${before.name} → ${name} (${room})`;
}

function standingItemsLine({ event, before }: Change<"standingItems">): string {
  const isFirst = before.opening.length + before.closing.length === 0;
  const { opening, closing } = event;
  const titles = [...opening, ...closing].map(({ title }) => title).join(" · ");
  return `${isFirst ? "+" : "~"} Ständige Tagesordnungspunkte: ${titles === "" ? "keine" : titles}`;
}

/** Erlaubt, aber vielleicht nicht gemeint. */
export function hintSentence(hint: ImportHint): string {
  switch (hint.code) {
    case "SeveralVoters":
      return `${hint.seat.name}: Stimmberechtigt sind ${joined(hint.people)}; es zählt die erste Stimme.`;
    case "SeatWithoutVoter":
      return `${hint.seat.name}: Für diesen Sitz ist niemand stimmberechtigt.`;
    case "PublicSeatsDiffer":
      return `Öffentliche Träger haben in der Datei ${counted(hint.inFile, "Stimme", "Stimmen")}, nach der Geschäftsordnung ${hint.inRules}${hint.paragraph === undefined ? "" : ` (${hint.paragraph} GO)`}.`;
    case "ChairNotShared":
      return `${hint.title}: Nach der Geschäftsordnung hat den Vorsitz eine Person${hint.paragraph === undefined ? "" : ` (${hint.paragraph} GO)`}; in der Datei sind es mehrere.`;
    case "NotInRules":
      return hint.what === "suspended"
        ? `${hint.organization}: Ein ruhendes Stimmrecht kennt die Geschäftsordnung nicht; der Eintrag wirkt nicht.`
        : `${hint.organization}: Nach der Geschäftsordnung endet die Mitgliedschaft nicht mit dem Vertrag; »vertrag_bis« wirkt nicht.`;
    case "OrganizationRenewed":
      return `Träger ${hint.name} bekäme einen neuen Schlüssel. Ist es derselbe, tragen Sie »schluessel: ${hint.formerKey}« ein.`;
    case "PersonRenewed":
      return `${hint.name} bekäme einen neuen Schlüssel und verlöre Konto und Ämter. Ist es dieselbe Person, tragen Sie »schluessel: ${hint.formerKey}« ein.`;
  }
}
