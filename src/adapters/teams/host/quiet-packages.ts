/**
 * The packages print stacks and keys on the console for every forged token, past our log. While they run, only what they name an
 * error is noted, in one line and not more often than now and then. Says how to undo it.
 */
export function quietPackages(note: (code: string, detail?: string) => void): () => void {
  const { error, warn } = console;
  let noted = Number.NEGATIVE_INFINITY;
  const hush = (first: unknown): void => {
    if (performance.now() - noted < EVERY) return;
    noted = performance.now();
    note("teams-packages", first instanceof Error ? first.name : "message");
  };
  console.error = hush;
  console.warn = hush;
  return () => {
    console.error = error;
    console.warn = warn;
  };
}

const EVERY = 60_000;
