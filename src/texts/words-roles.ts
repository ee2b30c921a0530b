import type { Role } from "../core/membership/queries.ts";

/** Rollen, wie sie in der Hilfe und im Handbuch heißen. */
export const roleWords: Readonly<Record<Role, string>> = {
  office: "Geschäftsführung",
  chair: "Sitzungsleitung",
  deputyChair: "stellvertretender Vorsitz",
  minuteTaker: "Protokollführung",
  voting: "Stimmberechtigte",
  substitute: "Stellvertretungen",
  advisory: "beratende Mitglieder",
  guest: "Gäste",
};
