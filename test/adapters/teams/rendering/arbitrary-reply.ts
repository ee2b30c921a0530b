import fc from "fast-check";
import type { Reply, ReplyField } from "../../../../src/flows/reply.ts";
import * as arbitrary from "../../../support/arbitrary-reply.ts";
import { hostileTexts, room } from "./example-replies.ts";

const few = hostileTexts.slice(0, 9);

export const arbitraryReply = arbitrary.arbitraryReply(room, few);

/** With questions that members worded, and with what somebody has typed. */
const arbitraryField: fc.Arbitrary<ReplyField> = fc
  .record({
    text: fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(...few),
      fc.constantFrom(...few).map((one) => one.repeat(700).slice(0, 5_000)),
    ),
    questions: fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom(...few)), {
      maxLength: 20,
    }),
    isEmpty: fc.boolean(),
  })
  .map(({ text, questions, isEmpty }) => ({
    key: "ideen-feld-1-1",
    label: "Ihre Idee",
    button: "Idee geben",
    command: "idee",
    longest: 1000,
    ...(questions.length === 0
      ? {}
      : {
          about: { label: "Wozu?", choices: questions.map((label, at) => ({ label, command: `idee zu ${at + 1}` })) },
        }),
    ...(isEmpty ? {} : { filled: { text, command: "idee zu 2" } }),
  }));

/** With something to fill in. */
export const arbitraryAsking: fc.Arbitrary<Reply & { readonly field: ReplyField }> = fc
  .tuple(arbitraryReply, arbitraryField)
  .map(([reply, field]) => ({ ...reply, field }));
