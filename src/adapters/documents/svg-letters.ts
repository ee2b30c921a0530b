const GLYPH = /<symbol id="([^"]+)"[^>]*>\s*<path d="M 0 0([^"]*)"\/>\s*<\/symbol>/g;
const RUN = /(<g class="typst-text"[^>]*>)((?:\s*<use [^>]*\/>)+)(\s*<\/g>)/g;
const USE = /<use xlink:href="#([^"]+)" x="([^"]+)" y="([^"]+)" fill="([^"]+)"[^>]*\/>/g;

/**
 * Letters of an SVG that Typst wrote, each line of them as one path: whoever draws it looks up every single letter otherwise, which takes
 * minutes for a wall full of cards. A line with a letter that is no plain outline (an emoji) stays as it is.
 */
export function joinLetters(svg: string): string {
  const glyphs = new Map<string, string>();
  for (const [, id = "", outline = ""] of svg.matchAll(GLYPH)) glyphs.set(id, shortened(outline));
  return svg.replace(RUN, (run: string, open: string, uses: string, close: string) => {
    let outlines = "";
    let fill: string | undefined;
    for (const [, id = "", x = "", y = "", color = ""] of uses.matchAll(USE)) {
      const outline = glyphs.get(id);
      if (outline === undefined || (fill !== undefined && fill !== color)) return run;
      fill = color;
      // An outline goes on from where it begins, so it can be moved by its beginning alone.
      outlines += `M${rounded(x)} ${rounded(y)}${outline}`;
    }
    return fill === undefined ? run : `${open}<path fill="${fill}" d="${outlines}"/>${close}`;
  });
}

/** Hundredths of a point are finer than any pixel. */
const rounded = (number: string): string => String(Math.round(Number(number) * 100) / 100);
const shortened = (outline: string): string => outline.replace(/-?\d+\.\d+/g, rounded).replace(/ ?([a-zA-Z]) ?/g, "$1");
