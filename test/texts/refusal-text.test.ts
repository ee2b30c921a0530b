import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { said } from "../../src/texts/refusal-text.ts";

it("a refusal offers whole lines only: one with a gap does not compile", () => {
  expect(said("So nicht.", "Aber so.", "status", "abstimmung ä1").commands).toEqual(["status", "abstimmung ä1"]);
  // @ts-expect-error a name is missing
  said("So nicht.", "Bitte nennen.", "los zeuge NAME");
  // @ts-expect-error a text is missing
  said("So nicht.", "Zuerst einen Antrag stellen.", "status", "antrag: …");
});

it.each(["refusals", "membership-refusals"])("none of %s goes round that", (name) => {
  const text = readFileSync(new URL(`../../src/texts/${name}.ts`, import.meta.url), "utf8");
  expect(text).not.toMatch(/^\s*["'][a-zäöü ]+(?:: …|"…"|NAME)["'],?$/m);
});
