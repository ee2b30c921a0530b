import type { MailContent } from "../../core/invitation/mail-reading.ts";
import { oneLine } from "./clean-words.ts";
import { comparable } from "./mail-address.ts";
import { decoded, headerOf, messageIdsIn, type ParsedMail } from "./parsed-mail.ts";

type Bounce = Extract<MailContent, { kind: "bounce" }>;
type Fields = ReadonlyMap<string, string>;

const LONGEST_DIAGNOSIS = 300;
const LONGEST_REPORT = 64 * 1024;

/**
 * Unzustellbar: reads a delivery report (RFC 3464), or what Exim says in a header. "automatic" for a report of success; undefined if it is
 * no report.
 */
export function readBounce(mail: ParsedMail): Bounce | { readonly kind: "automatic" } | undefined {
  const status = mail.parts.find(({ mediaType }) => /^message\/(?:global-)?delivery-status$/.test(mediaType));
  if (status !== undefined) return reported(mail, groupsIn(decoded(head(status))));
  const failed = comparable(headerOf(mail, "x-failed-recipients").split(",", 1)[0] ?? "");
  if (failed === "") return undefined;
  return {
    kind: "bounce",
    address: failed,
    isPermanent: true,
    messageIds: idsOf(mail),
    diagnosis: oneLine(mail.subject, LONGEST_DIAGNOSIS),
  };
}

function reported(mail: ParsedMail, groups: readonly Fields[]): Bounce | { readonly kind: "automatic" } | undefined {
  const recipients = groups.filter((group) => group.has("final-recipient") || group.has("original-recipient"));
  const bad = recipients.find((group) => group.get("action")?.toLowerCase() === "failed") ?? recipients.find(isTrouble);
  if (bad === undefined) return recipients.length > 0 ? { kind: "automatic" } : undefined;
  const action = bad.get("action")?.toLowerCase();
  const status = bad.get("status") ?? "";
  const words = (bad.get("diagnostic-code") ?? "").replace(/^\s*[\w-]+\s*;\s*/, "");
  return {
    kind: "bounce",
    // As we wrote it, if the server still knows: mail may have been forwarded.
    address: typed(bad.get("original-recipient")) || typed(bad.get("final-recipient")),
    isPermanent: action === "failed" || (action === undefined && status.startsWith("5")),
    messageIds: idsOf(mail),
    diagnosis: oneLine(words || status || mail.subject, LONGEST_DIAGNOSIS),
  };
}

function isTrouble(group: Fields): boolean {
  const action = group.get("action")?.toLowerCase();
  return action === undefined ? /^[45]/.test(group.get("status") ?? "") : action === "delayed";
}

/** "rfc822; weg@anderswo.example", its characters as RFC 3461 hides them. */
function typed(field: string | undefined): string {
  const [type, address] = (field ?? "").split(";", 2);
  const plain = (address ?? type ?? "")
    .trim()
    .replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return comparable(plain.replace(/^<|>$/g, ""));
}

/** Of the mail that came back, then of what the report says it answers. */
function idsOf(mail: ParsedMail): readonly string[] {
  const returned = mail.parts.filter(({ mediaType }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(mediaType),
  );
  const own = returned.flatMap((part) => messageIdsIn(groupsIn(decoded(head(part)))[0]?.get("message-id") ?? ""));
  const answered = ["x-original-message-id", "in-reply-to", "references"].flatMap((name) =>
    messageIdsIn(headerOf(mail, name)),
  );
  return [...new Set([...own, ...answered])];
}

const head = <Part extends { readonly bytes: Uint8Array }>(part: Part): Part => ({
  ...part,
  bytes: part.bytes.subarray(0, LONGEST_REPORT),
});

/** Groups of fields, with an empty line between them. */
function groupsIn(text: string): readonly Fields[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.replace(/\n[ \t]+/g, " ").split("\n")) {
        const [, name, value] = /^([\w-]+):(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
          fields.set(name.toLowerCase(), value.trim());
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}
