export const ACCENT = "#1F5673";
export const COLOR_SIZE = 192;
export const OUTLINE_SIZE = 32;

/** A speech bubble with the tick of a ballot paper, in a square of 32. */
const bubble = (stroke: string, fill: string): string =>
  `<path d="M8 5h16a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4h-9l-6 5.5v-5.5h-1a4 4 0 0 1-4-4v-9a4 4 0 0 1 4-4z"
    fill="${fill}" stroke="${stroke}" stroke-width="2" stroke-linejoin="round"/>`;
const tick = (stroke: string, width: number): string =>
  `<path d="M10.8 13.4l3.9 3.9 7-7.4" fill="none" stroke="${stroke}" stroke-width="${width}"
    stroke-linecap="round" stroke-linejoin="round"/>`;

const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${inner}</svg>`;

/** Teams cuts the corners off: what has to be seen stays in the middle. */
const COLOR = svg(
  `<rect width="32" height="32" fill="${ACCENT}"/>
  <g transform="translate(16 16) scale(.78) translate(-16 -16)">${bubble("white", "white")}${tick(ACCENT, 3)}</g>`,
);
const OUTLINE = svg(`${bubble("white", "none")}${tick("white", 2.6)}`);

export type Icons = { readonly color: Uint8Array; readonly outline: Uint8Array };

/** Symbole der App as PNG. */
export async function drawIcons(): Promise<Icons> {
  // Native code, loaded only where icons are drawn.
  const { Resvg } = await import("@resvg/resvg-js");
  const draw = (picture: string, size: number): Uint8Array =>
    new Resvg(picture, { fitTo: { mode: "width", value: size } }).render().asPng();
  return { color: draw(COLOR, COLOR_SIZE), outline: draw(OUTLINE, OUTLINE_SIZE) };
}
