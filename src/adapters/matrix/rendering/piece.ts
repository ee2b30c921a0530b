/** Kleinster Teil einer Nachricht that is kept together if at all possible. `text` is visible text, never markup. */
export type Piece = {
  readonly text: string;
  readonly shape: Shape;
  /** Adjacent pieces of one block are one paragraph, list or table. */
  readonly block: number;
  /** Pieces of one unit stay in one message if they fit: a heading and what follows it. */
  readonly unit: number;
};

export type Shape =
  | { readonly kind: "line" }
  | { readonly kind: "heading" }
  | { readonly kind: "bullet" }
  | { readonly kind: "numbered"; readonly number: number }
  /** `text` is the label. */
  | { readonly kind: "figure"; readonly count: number }
  /** `text` is what is typed. */
  | { readonly kind: "choice"; readonly mark: string; readonly label?: string }
  /** What is left of a piece that was too long for one message. */
  | { readonly kind: "rest" };
