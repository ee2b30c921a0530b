/** Clients put what they answer in front of the answer ("> <@a:b.de> …" and an empty line): it was said by somebody else. */
export function withoutQuotation(body: string): string {
  if (!/^> (?:\* ?)?<@[^>\n]*>/.test(body)) return body;
  const lines = body.split("\n");
  const end = lines.findIndex((line) => !line.startsWith(">"));
  if (end === -1) return "";
  return lines.slice(lines[end]?.trim() === "" ? end + 1 : end).join("\n");
}
