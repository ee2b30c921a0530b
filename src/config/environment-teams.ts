import { isIP } from "node:net";
import { z } from "zod";

/** Anschluss an Teams. The names of what signs in are those of the Bot Framework, so that Microsoft's pages apply to them. */
export type TeamsEnvironment = {
  /** Undefined: no Teams, unless `isLocal`. */
  readonly appId: string | undefined;
  readonly appType: "SingleTenant" | "MultiTenant" | "UserAssignedMSI";
  readonly tenant: string | undefined;
  readonly password: string | undefined;
  readonly certificate: { readonly thumbprint: string; readonly privateKey: string } | undefined;
  /** Öffentliche Adresse: under which Teams and people reach this service, without a slash at the end. */
  readonly address: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Mandanten whose chats are answered; none but in the local way of running, which asks nobody. */
  readonly tenants: readonly string[];
  /** Without any authentication, on this machine alone. */
  readonly isLocal: boolean;
};

const LISTENS = "127.0.0.1:3978";

export const teamsVariables = {
  MicrosoftAppId: {
    fallback: "00000000-0000-4000-8000-000000000001",
    lines: [
      "Teams: App-ID (Client-ID) der App-Registrierung in Entra. Ohne sie gibt es kein Teams.",
      "Diese Namen sind die des Bot Framework, damit Microsofts Anleitungen passen.",
    ],
  },
  MicrosoftAppType: {
    fallback: "SingleTenant",
    lines: ["Teams: Art der Registrierung: SingleTenant, UserAssignedMSI oder (nur alte Bots) MultiTenant."],
  },
  MicrosoftAppTenantId: {
    fallback: "00000000-0000-4000-8000-000000000002",
    lines: ["Teams: Mandanten-ID (Verzeichnis-ID) des Jugendamts."],
  },
  MicrosoftAppPassword: {
    fallback: "geheimnis-aus-entra",
    lines: ["Teams: Geheimnis der App-Registrierung. Statt seiner geht ein Zertifikat:"],
  },
  CertificateThumbprint: { fallback: "", lines: ["Teams: Fingerabdruck des Zertifikats."] },
  CertificatePrivateKey: {
    fallback: "",
    lines: ["Teams: privater Schlüssel des Zertifikats (PEM, Zeilenenden als \\n)."],
  },
  SITZUNGSDIENST_TEAMS_ADRESSE: {
    fallback: "https://sitzungsdienst.example.org",
    lines: [
      "Teams: öffentliche Adresse dieses Dienstes. Der Messaging-Endpunkt des Bots ist sie mit /api/messages;",
      "unter ihr liegen auch die Links auf Papiere in Gruppenchats.",
    ],
  },
  SITZUNGSDIENST_TEAMS_ANSCHLUSS: {
    fallback: LISTENS,
    lines: ["Teams: wo der Dienst auf dieser Maschine lauscht, hinter dem Webserver mit dem TLS-Zertifikat."],
  },
  SITZUNGSDIENST_TEAMS_MANDANTEN: {
    fallback: "",
    lines: ["Teams: weitere Mandanten-IDs, deren Chats beantwortet werden. Ohne Angabe: nur der eigene Mandant."],
  },
  SITZUNGSDIENST_TEAMS_LOKAL: {
    fallback: "nein",
    lines: [
      "Teams: »ja« nimmt Nachrichten ohne jede Anmeldung an, nur auf dieser Maschine (127.0.0.1) und ohne MicrosoftAppId.",
      "Zum Ausprobieren mit einem Emulator; nie im Betrieb.",
    ],
  },
} as const satisfies Record<string, { readonly fallback: string; readonly lines: readonly string[] }>;

const text = z.string().trim().max(10_000, "Die Angabe ist zu lang.").optional();
const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const id = z
  .string()
  .trim()
  .refine((value) => value === "" || guid.test(value), "Erwartet wird eine ID wie 0a1b2c3d-0000-4000-8000-000000000001")
  .optional();

export const teamsFields = {
  MicrosoftAppId: id,
  MicrosoftAppType: z
    .enum(
      ["SingleTenant", "MultiTenant", "UserAssignedMSI"],
      "Erwartet wird SingleTenant, UserAssignedMSI oder MultiTenant",
    )
    .optional(),
  MicrosoftAppTenantId: id,
  MicrosoftAppPassword: text,
  CertificateThumbprint: text,
  CertificatePrivateKey: text,
  SITZUNGSDIENST_TEAMS_ADRESSE: z
    .url({ protocol: /^https$/, error: "Erwartet wird eine Adresse wie https://sitzungsdienst.example.org" })
    .optional(),
  SITZUNGSDIENST_TEAMS_ANSCHLUSS: z
    .string()
    .regex(/^(?:\[[\da-f:]+\]|[\w.-]+):\d{1,5}$/i, "Erwartet wird Adresse und Port, zum Beispiel 127.0.0.1:3978")
    .refine((value) => Number(value.slice(value.lastIndexOf(":") + 1)) <= 65_535, "Den Port gibt es nicht.")
    .optional(),
  SITZUNGSDIENST_TEAMS_MANDANTEN: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((one) => one !== ""))
    .refine((ids) => ids.every((one) => guid.test(one)), "Erwartet werden Mandanten-IDs, mit Komma getrennt")
    .optional(),
  SITZUNGSDIENST_TEAMS_LOKAL: z.enum(["ja", "nein"], "Erwartet wird ja oder nein").optional(),
} satisfies Record<keyof typeof teamsVariables, z.ZodType>;

const fieldsSchema = z.object(teamsFields);
type Fields = z.output<typeof fieldsSchema>;

export function teamsEnvironment(read: Fields): TeamsEnvironment {
  const listens = read.SITZUNGSDIENST_TEAMS_ANSCHLUSS ?? LISTENS;
  const colon = listens.lastIndexOf(":");
  const tenant = unlessEmpty(read.MicrosoftAppTenantId)?.toLowerCase();
  const [thumbprint, privateKey] = [unlessEmpty(read.CertificateThumbprint), unlessEmpty(read.CertificatePrivateKey)];
  return {
    appId: unlessEmpty(read.MicrosoftAppId)?.toLowerCase(),
    appType: read.MicrosoftAppType ?? "SingleTenant",
    tenant,
    password: unlessEmpty(read.MicrosoftAppPassword),
    certificate:
      thumbprint === undefined || privateKey === undefined
        ? undefined
        : { thumbprint, privateKey: privateKey.replaceAll("\\n", "\n") },
    address: read.SITZUNGSDIENST_TEAMS_ADRESSE?.replace(/\/+$/, ""),
    host: listens.slice(0, colon).replace(/^\[|\]$/g, ""),
    port: Number(listens.slice(colon + 1)),
    tenants: [
      ...(tenant === undefined ? [] : [tenant]),
      ...(read.SITZUNGSDIENST_TEAMS_MANDANTEN ?? []).map((one) => one.toLowerCase()),
    ],
    isLocal: read.SITZUNGSDIENST_TEAMS_LOKAL === "ja",
  };
}

/** What does not go together: without an app id the packages beneath would check nobody at all. */
export function teamsContradictions(read: Fields): readonly string[] {
  const { appId, appType, tenant, tenants, password, certificate, address, host, isLocal } = teamsEnvironment(read);
  if (isLocal) {
    return [
      ...(appId === undefined
        ? []
        : [
            "SITZUNGSDIENST_TEAMS_LOKAL: Der lokale Betrieb prüft keine Anmeldung. Bitte ihn oder MicrosoftAppId weglassen.",
          ]),
      ...(isLoopback(host)
        ? []
        : [
            "SITZUNGSDIENST_TEAMS_ANSCHLUSS: Der lokale Betrieb prüft keine Anmeldung und darf nur auf 127.0.0.1 lauschen.",
          ]),
    ];
  }
  const others = [
    read.MicrosoftAppType,
    password,
    read.CertificateThumbprint,
    read.CertificatePrivateKey,
    tenant,
    address,
  ];
  if (appId === undefined)
    return others.every((one) => one === undefined || one === "")
      ? []
      : [
          "MicrosoftAppId: Für Teams fehlt die App-ID; ohne sie würde keine Anmeldung geprüft. Bitte eintragen oder die übrigen Angaben für Teams weglassen.",
        ];
  const isHalfCertificate =
    certificate === undefined &&
    (unlessEmpty(read.CertificateThumbprint) ?? unlessEmpty(read.CertificatePrivateKey)) !== undefined;
  return [
    ...(appType !== "MultiTenant" && tenant === undefined
      ? ["MicrosoftAppTenantId: Zur Art der Registrierung gehört die Mandanten-ID. Bitte eintragen."]
      : []),
    ...(appType === "MultiTenant" && tenants.length === 0
      ? [
          "SITZUNGSDIENST_TEAMS_MANDANTEN: Diese Art der Registrierung nimmt jeder Mandant an. Bitte die Mandanten-IDs nennen, deren Chats beantwortet werden, oder MicrosoftAppTenantId.",
        ]
      : []),
    ...(isHalfCertificate
      ? [
          "CertificateThumbprint: Zum Zertifikat gehören CertificateThumbprint und CertificatePrivateKey. Bitte beides eintragen.",
        ]
      : []),
    ...(appType !== "UserAssignedMSI" && password === undefined && certificate === undefined && !isHalfCertificate
      ? ["MicrosoftAppPassword: Es fehlt das Geheimnis der App-Registrierung. Bitte eintragen, oder ein Zertifikat."]
      : []),
    ...(address === undefined
      ? ["SITZUNGSDIENST_TEAMS_ADRESSE: Es fehlt die öffentliche Adresse dieses Dienstes. Bitte eintragen."]
      : []),
  ];
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

const unlessEmpty = (value: string | undefined): string | undefined => (value === "" ? undefined : value);
