import { expect, it } from "vitest";
import { hashOfCode, hashOfSecret, newFeedSecret, newLinkCode } from "../../src/cli/link-codes.ts";
import { commandTable } from "../../src/flows/command-table/command-table.ts";

const shapeOf = (code: string): string => code.replace(/[A-Z0-9]/g, "X");

it("a code looks as the help shows it", () => {
  const example = commandTable.find((row) => row.words === "anmelden")?.example ?? "";
  expect(example).toBe("anmelden K7QF2-M9XRA");
  for (let n = 0; n < 20; n += 1) {
    const { code, codeHash } = newLinkCode();
    expect(`anmelden ${shapeOf(code)}`).toBe(example.replace(/(?<= ).*/, shapeOf));
    expect(hashOfCode(code.toLowerCase().replace("-", " "))).toBe(codeHash);
  }
});

it("the secret of a calendar's address is 192 bits long, fits into an address, and only its hash is kept", () => {
  const secrets = Array.from({ length: 50 }, newFeedSecret);
  expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(secrets.length);
  for (const { secret, hash } of secrets) {
    expect(secret).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfSecret(secret)).toBe(hash);
  }
});
