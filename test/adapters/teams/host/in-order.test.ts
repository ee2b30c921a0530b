import { describe, expect, it } from "vitest";
import { createInOrder } from "../../../../src/adapters/teams/host/in-order.ts";

describe("what comes into one conversation", () => {
  it("is begun in the order in which it came, even if the first takes longest to be let in", async () => {
    const order = createInOrder();
    const begun: number[] = [];
    const run = async (number: number, checking: number): Promise<void> => {
      const ticket = order.enter("19:a");
      await new Promise((resolve) => setTimeout(resolve, checking));
      await ticket.turn;
      begun.push(number);
      ticket.leave();
    };
    await Promise.all([run(1, 30), run(2, 10), run(3, 0)]);
    expect(begun).toEqual([1, 2, 3]);
  });

  it("does not wait for who was not let in, nor for other conversations", async () => {
    const order = createInOrder();
    const forged = order.enter("19:a");
    const next = order.enter("19:a");
    const elsewhere = order.enter("19:b");
    await elsewhere.turn;
    forged.leave();
    await next.turn;
    next.leave();
    next.leave();
    await order.enter("19:a").turn;
  });
});
