/** What is wrong with an XML document, or undefined if it is well-formed (as far as Word files go: no DTD, no CDATA). */
export function xmlProblem(xml: string): string | undefined {
  const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (illegal) return `illegal character at ${illegal.index}`;
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>/, "");
  const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [all, closing, name, attributes, empty, text, stray] of body.matchAll(tag)) {
    if (stray) return `stray < before ${body.slice(0, 40)}`;
    const content = text ?? attributes ?? "";
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(content)) return `bare & in ${content.slice(0, 60)}`;
    if (text !== undefined || empty) continue;
    if (!closing) open.push(name ?? "");
    else if (open.pop() !== name) return `unexpected ${all}`;
  }
  return open.length === 0 ? undefined : `unclosed ${open.join(" ")}`;
}
