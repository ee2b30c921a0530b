export type Bare = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
