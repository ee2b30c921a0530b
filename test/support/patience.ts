/** How long a test waits (milliseconds) for what has to come. On a busy machine that takes a while; in vain waits only a test that fails. */
export const PATIENCE = 60_000;

/** The same where a program has to start first, or is killed meanwhile and has to start again and again. */
export const PATIENCE_WITH_STARTS = 5 * PATIENCE;
