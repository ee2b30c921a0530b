import { type ParsedMail as Parsed, type SimpleParserOptions, simpleParser } from "mailparser";
import type { MailPart, ParsedMail } from "./parsed-mail.ts";
import { wordsOfPage } from "./words-of-page.ts";

// Delivery reports have to stay apart from the text; the package's types do not know that option.
const OPTIONS: SimpleParserOptions & { readonly keepDeliveryStatus: true } = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
};

/** Takes a mail apart. Rejects for what is none. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const mail = await simpleParser(raw, OPTIONS);
  return {
    headers: headersOf(mail),
    senders: sendersOf(mail),
    subject: mail.subject ?? "",
    text: mail.text || wordsOfPage(mail.html || ""),
    reportType: parameter(mail.headers.get("content-type"), "report-type").toLowerCase(),
    parts: mail.attachments.map(partOf),
  };
}

function headersOf({ headerLines }: Parsed): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n[ \t]/g, " ")
      .trim();
    const known = headers.get(key);
    if (known === undefined) headers.set(key, [value]);
    else known.push(value);
  }
  return headers;
}

/** Also those of a group; of several headers the library keeps one, and who reads them has to count. */
function sendersOf({ from }: Parsed): ParsedMail["senders"] {
  return (from?.value ?? [])
    .flatMap((one) => one.group ?? [one])
    .map(({ address, name }) => ({ address: address ?? "", name }));
}

function partOf({ contentType, headers, content }: Parsed["attachments"][number]): MailPart {
  const type = headers.get("content-type");
  return {
    mediaType: contentType.toLowerCase(),
    method: parameter(type, "method").toUpperCase(),
    charset: parameter(type, "charset"),
    bytes: content,
  };
}

function parameter(header: unknown, name: string): string {
  if (typeof header !== "object" || header === null || !("params" in header)) return "";
  const { params } = header;
  if (typeof params !== "object" || params === null || !Object.hasOwn(params, name)) return "";
  return String(Reflect.get(params, name));
}
