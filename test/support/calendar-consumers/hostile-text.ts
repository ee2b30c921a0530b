import fc from "fast-check";

/** What somebody could put into a name or a title to get more out of it than a name or a title. */
const fragments = [
  "\r\nATTENDEE;CN=Böse:mailto:boese@x.example",
  "\nEND:VEVENT\nBEGIN:VEVENT",
  "\rX-EVIL:1",
  "\r\n \r\n\tX:1",
  '";ROLE=CHAIR;CN="',
  '"',
  "'",
  ";",
  ",",
  ":",
  "=",
  "\\",
  "\\n",
  "^n^'^^",
  "%0D%0A",
  "\0",
  "\v\f\u001c\u0085\u2028\u2029",
  "\u202egnp.exe\u202c",
  "\u200b\ufeff",
  "\ud83d",
  "\udc00",
  "👨‍👩‍👧 😀",
  "ä",
  "x".repeat(5_000),
];

/** Never empty, so that each field is there. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 12 })
  .map((parts) => `a${parts.join("")}`);
