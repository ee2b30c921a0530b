import { z } from "zod";
import * as field from "./committee-fields.ts";

const names = z.array(field.text).max(50);

const person = z.strictObject({
  schluessel: field.key.optional(),
  anrede: z.enum(["Herr", "Frau"]).optional(),
  vorname: field.text.optional(),
  name: field.text,
  rolle: z.enum(["stimmberechtigt", "stellvertretung", "beratend", "gast"]),
  sitz: field.wholeNumber(1, 20).optional(),
  funktion: field.text.optional(),
  mail: field.email.optional(),
  redegruppe: field.text.optional(),
  aemter: names.optional(),
  seit: field.date.optional(),
  bis: field.date.optional(),
});

const organization = z.strictObject({
  schluessel: field.key.optional(),
  name: field.text,
  kurz: field.text.optional(),
  art: z.enum(["oeffentlich", "frei", "sonstige"]).default("frei"),
  sitze: field.wholeNumber(0, 20).default(1),
  vertrag_bis: field.date.optional(),
  stimmrecht_ruht: z.boolean().optional(),
  seit: field.date.optional(),
  bis: field.date.optional(),
  personen: z.array(person).max(50).optional(),
});

const office = z.strictObject({
  schluessel: field.key.optional(),
  titel: field.text,
  art: z.enum(["vorsitz", "stellvertretung", "schriftfuehrung", "geschaeftsfuehrung", "sonstiges"]),
  plaetze: field.wholeNumber(1, 50).default(1),
  inhaber: names.optional(),
});

const room = z.strictObject({
  schluessel: field.key,
  plattform: z.enum(["console", "matrix", "teams"]),
  name: field.text,
  adresse: field.text.optional(),
  faeden: z.boolean().optional(),
});

const standingItem = z.union([
  field.text,
  z.strictObject({
    titel: field.text,
    minuten: field.wholeNumber(1, 600).optional(),
    beschluss: z.boolean().optional(),
  }),
]);

const standingItems = z.array(standingItem).max(50).optional();

const tagList = z.strictObject({ name: field.text, werte: z.array(field.text).min(1).max(50) });

const routeStep = z.strictObject({
  gremium: field.text,
  rolle: z.enum(["vorbereitung", "abstimmung", "beratung", "entscheidung", "kenntnisnahme"]),
});

const route = z.strictObject({ name: field.text, schritte: z.array(routeStep).min(1).max(12) });

/** Gremiumsdatei, as the office writes it. */
export const committeeSchema = z.strictObject({
  name: field.text,
  zusatz: field.text.optional(),
  kreis: field.text.optional(),
  federfuehrung: field.text.optional(),
  land: field.land,
  zeitzone: field.timeZone.default("Europe/Berlin"),
  bisherige_sitzungen: field.wholeNumber(0, 10_000).default(0),
  weiterleitung: z.boolean().optional(),
  seit: field.date.optional(),
  geschaeftsordnung: z.union([field.text, z.record(z.string(), z.unknown())]).optional(),
  traeger: z.array(organization).min(1, "Mindestens ein Träger muss genannt sein.").max(200),
  personen: z.array(person).max(200).optional(),
  aemter: z.array(office).max(50).optional(),
  raeume: z.array(room).max(50).optional(),
  tagesordnung: z.strictObject({ anfang: standingItems, ende: standingItems }).optional(),
  schlagworte: z.array(tagList).max(20).optional(),
  wege: z.array(route).max(20).optional(),
});

export type WrittenCommittee = z.output<typeof committeeSchema>;
export type WrittenOrganization = z.output<typeof organization>;
export type WrittenPerson = z.output<typeof person>;
export type WrittenOffice = z.output<typeof office>;
export type WrittenRoom = z.output<typeof room>;
export type WrittenTagList = z.output<typeof tagList>;
export type WrittenRoute = z.output<typeof route>;
export type WrittenItem = z.output<typeof standingItem>;
