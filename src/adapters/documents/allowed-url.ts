const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/** The address in its canonical spelling if a paper may link to it (http, https, mailto), else undefined. */
export function allowedUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return ALLOWED.has(parsed.protocol) ? parsed.href : undefined;
}
