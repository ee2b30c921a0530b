import { slugOf } from "../core/kernel/fold-german.ts";
import type { WrittenCommittee, WrittenOffice, WrittenOrganization, WrittenPerson } from "./committee-schema.ts";
import type { YamlPath } from "./yaml-document.ts";

/** Something with a key, and where it stands. */
export type Keyed<T> = { readonly key: string; readonly written: T; readonly path: YamlPath };

export type KeyedPerson = Keyed<WrittenPerson> & { readonly organization: Keyed<WrittenOrganization> | undefined };

/** Everything of a file that has a key: as written, or made from the name (the short one first), never from a place in the list. */
export type KeyedCommittee = {
  readonly organizations: readonly Keyed<WrittenOrganization>[];
  readonly people: readonly KeyedPerson[];
  readonly offices: readonly Keyed<WrittenOffice>[];
};

export function keyed(file: WrittenCommittee): KeyedCommittee {
  const organizations = file.traeger.map((written, index) => ({
    key: written.schluessel ?? slugOf(written.kurz ?? written.name),
    written,
    path: ["traeger", index],
  }));
  const sent = organizations.flatMap((organization) =>
    (organization.written.personen ?? []).map((written, index) =>
      keyedPerson(written, [...organization.path, "personen", index], organization),
    ),
  );
  const others = (file.personen ?? []).map((written, index) => keyedPerson(written, ["personen", index], undefined));
  const offices = (file.aemter ?? []).map((written, index) => ({
    key: written.schluessel ?? slugOf(written.titel),
    written,
    path: ["aemter", index],
  }));
  return { organizations, people: [...sent, ...others], offices };
}

/** From the surname alone: a given name that is added later must not make somebody else of a person. */
function keyedPerson(
  written: WrittenPerson,
  path: YamlPath,
  organization: Keyed<WrittenOrganization> | undefined,
): KeyedPerson {
  return { key: written.schluessel ?? slugOf(written.name), written, path, organization };
}
