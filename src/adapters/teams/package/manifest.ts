import { germanApp } from "../../../texts/teams-package.ts";
import { commandLists } from "./command-lists.ts";
import { ACCENT } from "./icons.ts";
import { manifestId } from "./manifest-id.ts";

export type PackageSettings = {
  readonly appId: string;
  /** Öffentliche Adresse of this service, https. */
  readonly address: string;
  /** Of the program, "1.2.3". */
  readonly version: string;
};

/** Names of the files, as the manifest calls them. */
export const FILES = {
  manifest: "manifest.json",
  english: "en.json",
  color: "color.png",
  outline: "outline.png",
} as const;

export const SCHEMAS = "https://developer.microsoft.com/json-schemas/teams/v1.24/";

/** Manifest 1.24, the first with twelve commands a list. `isReadingAll`: asks for every message of a chat or channel. */
export function createManifest({ appId, address, version }: PackageSettings, isReadingAll: boolean): object {
  const { hostname } = new URL(address);
  return {
    $schema: `${SCHEMAS}MicrosoftTeams.schema.json`,
    manifestVersion: "1.24",
    version,
    id: manifestId(appId),
    localizationInfo: {
      defaultLanguageTag: "de",
      additionalLanguages: [{ languageTag: "en", file: FILES.english }],
    },
    developer: {
      name: hostname.length <= LONGEST_DEVELOPER ? hostname : germanApp.name,
      websiteUrl: address,
      privacyUrl: `${address}/datenschutz`,
      termsOfUseUrl: `${address}/nutzung`,
    },
    name: { short: germanApp.name, full: germanApp.fullName },
    description: { short: germanApp.short, full: germanApp.full },
    icons: { color: FILES.color, outline: FILES.outline },
    accentColor: ACCENT,
    bots: [
      {
        botId: appId,
        scopes: ["personal", "groupChat", "team"],
        isNotificationOnly: false,
        supportsFiles: true,
        supportsCalling: false,
        supportsVideo: false,
        commandLists: commandLists().map(({ scopes, commands }) => ({
          scopes,
          commands: commands.map(({ title, description }) => ({ title, description })),
        })),
      },
    ],
    defaultInstallScope: "groupChat",
    defaultGroupCapability: { groupchat: "bot", team: "bot", meetings: "bot" },
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [hostname],
    ...(isReadingAll ? consent(appId, hostname) : {}),
  };
}

const LONGEST_DEVELOPER = 32;

/** Ressourcenspezifische Zustimmung. Entra asks for some `resource`; nothing is done with it. */
const consent = (appId: string, hostname: string) => ({
  webApplicationInfo: { id: appId, resource: `api://${hostname}/botid-${appId}` },
  authorization: {
    permissions: {
      resourceSpecific: [
        { name: "ChatMessage.Read.Chat", type: "Application" },
        { name: "ChannelMessage.Read.Group", type: "Application" },
      ],
    },
  },
});
