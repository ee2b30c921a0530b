/** How the program ends. */
export const exitCodes = {
  fine: 0,
  /** Something is wrong with the world or with what was checked. */
  fault: 1,
  /** The call itself is not right. */
  usage: 2,
} as const;
