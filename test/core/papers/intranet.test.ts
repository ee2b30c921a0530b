import { describe, expect, it } from "vitest";
import { isIntranetHost, isIntranetUrl, stripIntranetUrls } from "../../../src/core/papers/intranet.ts";

const SEGEBERG = "http://sekrse-allris:81/ai/vo020.asp?VOLFDNR=4443";

const INTERNAL = [
  SEGEBERG,
  "HTTP://SEKRSE-ALLRIS/ai",
  "http://localhost",
  "http://ris.kreis.local/x",
  "https://ris.intern:8443/vo",
  "https://ris.intern./vo",
  "http://akten.lan",
  "http://10.1.2.3/a",
  "http://172.16.0.1",
  "http://172.31.255.255",
  "http://192.168.178.1:81",
  "http://127.0.0.1",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://[::1]/",
  "http://[fd00::1]:81/",
  "http://[fe80::1]/",
  "http://[::ffff:10.0.0.1]/",
  "http://name:wort@server/x",
  "ftp://server/x",
  "smb://192.168.1.2/x",
  "file:///h:/akten/x.docx",
  "mailto:post@server.intern",
  "https://www.kreis.de/weiter?ziel=http://sekrse-allris:81/ai",
  "https://www.kreis.de/weiter?ziel=http%3A%2F%2Fsekrse-allris%3A81%2Fai",
];
const PUBLIC = [
  "https://www.segeberg.de/buergerinformationssystem/to020?SILFDNR=6774",
  "http://www.kreis.de:81/x",
  "http://172.32.0.1/",
  "http://8.8.8.8/",
  "https://interner-dienst.de/lan",
  "https://münster.de/",
  "http://[2a00:1450::1]/",
  "mailto:jugendamt@kreis.de",
];

describe("addresses of the intranet", () => {
  it.each(INTERNAL)("%s is internal", (url) => expect(isIntranetUrl(url)).toBe(true));
  it.each(PUBLIC)("%s is public", (url) => expect(isIntranetUrl(url)).toBe(false));

  it("hosts of one label are internal whatever the port", () => {
    expect(isIntranetHost("sekrse-allris")).toBe(true);
    expect(isIntranetHost("www.segeberg.de")).toBe(false);
  });
});

describe("texts lose addresses of the intranet", () => {
  it.each([
    [
      `bekräftigt (${SEGEBERG}) und beschlossen`,
      "bekräftigt (interner Verweis entfernt, ALLRIS VOLFDNR 4443) und beschlossen",
    ],
    [`siehe ${SEGEBERG}.`, "siehe (interner Verweis entfernt, ALLRIS VOLFDNR 4443)."],
    [`siehe:${SEGEBERG}, Seite 2`, "siehe:(interner Verweis entfernt, ALLRIS VOLFDNR 4443), Seite 2"],
    [`[Vorlage](${SEGEBERG})`, "[Vorlage](interner Verweis entfernt, ALLRIS VOLFDNR 4443)"],
    ["unter sekrse-allris:81/ai/vo020.asp", "unter (interner Verweis entfernt)"],
    ["unter sekrse-allris:81", "unter (interner Verweis entfernt)"],
    ["auf \\\\fileserver\\akten\\liste.docx abgelegt", "auf (interner Verweis entfernt) abgelegt"],
    ["unter ris.kreis.intern/vo020 und 10.1.2.3", "unter (interner Verweis entfernt) und (interner Verweis entfernt)"],
    ["http://ris.lan/bi/vo0050.php?__kvonr=340", "(interner Verweis entfernt, SessionNet __kvonr 340)"],
    ["http://a.lan,http://b.lan", "(interner Verweis entfernt)"],
  ])("%s", (text, expected) => expect(stripIntranetUrls(text)).toBe(expected));

  it.each([
    "Ja-Stimmen:12, Nein-Stimmen:3, JA-Stimmen:9",
    "12.05.2023, 9–12 Uhr, TOP 3.1, und/oder, 24/7-Betreuung",
    "https://www.segeberg.de/x_(y) und www.kreis.de",
    "Mutter/Vater/Kind-Wohnungen (Pflege etc.)",
    "z.B. intern abgestimmt; Sitzung intern.",
  ])("%s stays as it is", (text) => expect(stripIntranetUrls(text)).toBe(text));

  it("takes linear time on long words", () => {
    expect(stripIntranetUrls("a.".repeat(50_000))).toHaveLength(100_000);
    expect(stripIntranetUrls(`a${")".repeat(50_000)}`)).toHaveLength(50_001);
    expect(stripIntranetUrls("(".repeat(50_000))).toHaveLength(50_000);
  });
});
