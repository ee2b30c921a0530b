import { forbiddenWords, VENDOR_ADAPTERS, withPlurals } from "./tools/forbidden-words.ts";

/** Names given from outside: SQLite's pragma, a URL's part, a kind of app registration, keys of the profile "AG 78 Standard". */
const GIVEN_NAMES = [
  "user_version",
  "\\bbias\\b[.:]",
  "\\.bias\\b",
  "\\bprotocol\\b[.:]",
  '"presence"',
  "\\.protocol\\b",
  "UserAssignedMSI",
  "publicCarrierSeats",
  "votingFreeCarriers",
];

/** Not a spelling check: only the words which docs/glossary.md rules out for identifiers. */
export default {
  version: "0.2",
  loadDefaultConfiguration: false,
  language: "en",
  files: ["src/**/*.ts"],
  ignorePaths: [VENDOR_ADAPTERS],
  unknownWords: "report-flagged",
  flagWords: withPlurals(forbiddenWords()),
  ignoreRegExpList: ["CStyleComment", ...GIVEN_NAMES],
  useGitignore: true,
};
