/** What RFC 5545 § 3.1 asks of the bytes; empty if all is well. */
export function byteProblems(content: string): readonly string[] {
  const bytes = Buffer.from(content, "utf8");
  const problems: string[] = [];
  if (!content.endsWith("END:VCALENDAR\r\n")) problems.push("does not end with a line end");
  if (/\r(?!\n)|(?<!\r)\n/.test(content)) problems.push("a bare CR or LF");
  if (bytes.toString("utf8") !== content) problems.push("a cut character");
  for (const line of content.split("\r\n")) {
    if (Buffer.byteLength(line) > 75) problems.push(`${Buffer.byteLength(line)} octets: ${line.slice(0, 40)}`);
    if (/(?!\t)\p{Cc}/u.test(line)) problems.push(`a control character: ${JSON.stringify(line)}`);
  }
  return problems;
}

/** Names of the properties in order, the lines unfolded. By hand: what a lenient parser overlooks counts here. */
export const propertyNames = (content: string): readonly string[] =>
  content
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .slice(0, -1)
    .map((line) => /^[^;:]*/.exec(line)?.[0] ?? "");
