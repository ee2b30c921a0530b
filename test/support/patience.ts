/** How long a test waits (milliseconds) for what has to come. On a busy machine that takes a while; in vain waits only a test that fails. */
export const PATIENCE = 60_000;

/** The same where the bot is killed meanwhile, again and again, and has to start each time. */
export const PATIENCE_WITH_KILLS = 5 * PATIENCE;
