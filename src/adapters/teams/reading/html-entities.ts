const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g;

/** Each reference once: what was typed as "&lt;" comes as "&amp;lt;". Unknown ones stay as they are. */
export const withoutEntities = (html: string): string =>
  html.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) =>
    name === undefined
      ? (character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ?? whole)
      : (NAMED[name] ?? whole),
  );

function character(code: number): string | undefined {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || isSurrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
