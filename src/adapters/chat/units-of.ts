/** Was zusammengehört: neighbours of the same unit, which are parted last. */
export function unitsOf<Piece extends { readonly unit: unknown }>(
  pieces: readonly Piece[],
): readonly (readonly Piece[])[] {
  const units: Piece[][] = [];
  for (const piece of pieces) {
    const last = units.at(-1);
    if (last !== undefined && last[0]?.unit === piece.unit) last.push(piece);
    else units.push([piece]);
  }
  return units;
}
