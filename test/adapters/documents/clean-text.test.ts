import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedUrl } from "../../../src/adapters/documents/allowed-url.ts";
import { cleanText } from "../../../src/adapters/documents/clean-text.ts";

describe("cleaning of member text", () => {
  it.each([
    ["Zeile\u0007Steuer\u0000zeichen", "ZeileSteuerzeichen"],
    ["vert\u000Btab \uFFFE Ende", "verttab  Ende"],
    ["einsam \uD800 und \uDC00", "einsam \uFFFD und \uFFFD"],
    ["Protokoll\u202Efdp.exe\u2066", "Protokollfdp.exe"],
    ["un\u200Bsicht\u00ADbar\uFEFF", "unsichtbar"],
    ["privat \uE0001\uE001", "privat \uFFFD1\uFFFD"],
    ["Mu\u0308ller", "Müller"],
    ["a\r\nb\rc\u2028d\te", "a\nb\nc\nd e"],
    ["👩\u200D👩\u200D👧 und a\u200Db", "👩\u200D👩\u200D👧 und ab"],
    ["Grüße, „Freier Stuhl“ – 😀", "Grüße, „Freier Stuhl“ – 😀"],
  ])("%j", (text, expected) => expect(cleanText(text)).toBe(expected));

  it("leaves only what XML 1.0 allows, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cleaned = cleanText(text);
        expect(cleaned).toMatch(/^[\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
    );
  });
});

describe("addresses a paper may link to", () => {
  it.each(["https://www.kreis.de/x", "http://kreis.de/", "mailto:a@b.de"])("%s", (url) =>
    expect(allowedUrl(url)).toBe(url),
  );
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "/relativ",
    "",
  ])("not %j", (url) => expect(allowedUrl(url)).toBeUndefined());
});
