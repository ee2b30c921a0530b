/** Interne Verweise: addresses that only work inside the authority's own network and must not stand in a public paper. */

const REMOVED = "(interner Verweis entfernt";
/** The number of a paper or meeting in a Ratsinformationssystem: it tells the office what was meant and leads nobody there. */
const RECORD_NUMBER = /[?&](VOLFDNR|SILFDNR|TOLFDNR|__kvonr|__ksinr|__ktonr)=(\d{1,12})/i;
const ALLRIS = /(?:VO|SI|TO)LFDNR/i;
const PRIVATE_SUFFIXES = [
  "local",
  "localhost",
  "localdomain",
  "intern",
  "internal",
  "intranet",
  "lan",
  "home",
  "corp",
  "private",
  "test",
  "invalid",
  "home.arpa",
];
/** Leading octets of IPv4 ranges that are not routed: private, loopback, link-local, carrier-grade NAT, unspecified. */
const PRIVATE_IPV4 =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const PRIVATE_IPV6 = /^(?:::1?$|f[cd]|fe[89ab]|::ffff:)/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** True for hosts of one label, private IP addresses and the suffixes of internal zones. `host` without port. */
export function isIntranetHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  if (name === "") return true;
  if (name.includes(":")) return PRIVATE_IPV6.test(name.replace(/^\[|\]$/g, ""));
  if (IPV4.test(name)) return PRIVATE_IPV4.test(name);
  if (!name.includes(".")) return true;
  return PRIVATE_SUFFIXES.some((suffix) => name.endsWith(`.${suffix}`));
}

/** True if the address leads into the intranet, itself or by an address it carries along, or cannot be read at all. */
export function isIntranetUrl(url: string): boolean {
  if (url.toLowerCase().startsWith("mailto:"))
    return isIntranetHost(url.slice(url.lastIndexOf("@") + 1).replace(/\?.*$/, ""));
  if (!URL.canParse(url)) return true;
  const parsed = new URL(url);
  // Schemes the URL standard does not know keep the host as typed; http makes it canonical ("0x7f.1" becomes "127.0.0.1").
  const asHttp = `http://${parsed.host}`;
  if (!URL.canParse(asHttp) || isIntranetHost(new URL(asHttp).hostname)) return true;
  const carried = /:\/\/(.*)$/s.exec(decode(url.slice(url.indexOf("://") + 3)));
  return carried?.[1] !== undefined && isIntranetUrl(`http://${carried[1]}`);
}

/** The text without addresses of the intranet; of a paper in a Ratsinformationssystem its number stays. */
export function stripIntranetUrls(text: string): string {
  const stripped = text.replace(/[^\s<>"„“”«»]+/gu, stripWord);
  return stripped.replace(/\((\(interner Verweis entfernt[^()]*\))\)/g, "$1");
}

function stripWord(word: string): string {
  const start = startOfAddress(word);
  if (start === undefined) return word;
  const address = trimEnd(word.slice(start));
  if (!isInternalAddress(address)) return word;
  return word.slice(0, start) + replacementOf(address) + word.slice(start + address.length);
}

/** "(interner Verweis entfernt, ALLRIS VOLFDNR 4443)". */
function replacementOf(address: string): string {
  const [, name, number] = RECORD_NUMBER.exec(address) ?? [];
  if (name === undefined || number === undefined) return `${REMOVED})`;
  return `${REMOVED}, ${ALLRIS.test(name) ? "ALLRIS" : "SessionNet"} ${name} ${number})`;
}

/** Where an address could begin in the word: its scheme, a share of a Windows server, or the word behind its opening bracket. */
function startOfAddress(word: string): number | undefined {
  const separator = word.indexOf("://");
  if (separator >= 0) {
    let start = separator;
    while (start > 0 && /[a-z0-9+.-]/i.test(word.charAt(start - 1))) start--;
    return start;
  }
  const share = word.indexOf("\\\\");
  if (share >= 0) return share;
  const first = word.search(/[\p{L}\p{N}]/u);
  return first < 0 ? undefined : first;
}

/** Without the punctuation behind it; a closing bracket stays if the address opened it. */
function trimEnd(address: string): string {
  const surplus = { ")": count(address, ")") - count(address, "("), "]": count(address, "]") - count(address, "[") };
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ")" || last === "]") {
      if (surplus[last] <= 0) break;
      surplus[last]--;
    } else if (!/[.,;:!?'*_}]/.test(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function isInternalAddress(address: string): boolean {
  if (address.startsWith("\\\\")) return true;
  if (address.includes("://")) return isIntranetUrl(address);
  // Typed without scheme: "sekrse-allris:81/ai/", "ris.kreis.intern/vo020", "10.1.2.3". A colon alone ("Ja-Stimmen:12") is none.
  const parts = /^(?:[^\s@/]+@)?([a-z0-9.-]+)(:\d{2,5})?(\/.*)?$/i.exec(address);
  if (parts?.[1] === undefined) return false;
  const [, host, port, path] = parts;
  if (host.includes(".")) return isIntranetHost(host) && (IPV4.test(host) || /\.[a-z]+$/i.test(host));
  return port !== undefined && (path !== undefined || /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(host));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not percent-encoded as a whole: judged as it stands
  }
}
