import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createLineInput, type LineInputStreams } from "../../../src/adapters/console/line-input.ts";

function piped() {
  const input = new PassThrough();
  const output = new PassThrough();
  // A pipe has what the line input asks of a terminal's streams, but for being one.
  const streams = { input, output } as unknown as LineInputStreams;
  return { input, output, lines: createLineInput(streams) };
}

describe("lines from a pipe", () => {
  it("come one by one, echoed behind their prompt, until the end", async () => {
    const { input, output, lines } = piped();
    input.end("eins\nzwei\nohne Umbruch");
    const seen = [await lines.next("a> "), await lines.next("b> "), await lines.next("c> "), await lines.next("d> ")];
    expect(seen).toEqual(["eins", "zwei", "ohne Umbruch", undefined]);
    output.end();
    expect(await text(output)).toBe("a> eins\nb> zwei\nc> ohne Umbruch\n");
  });

  it("go on in the next line after a backslash", async () => {
    const { input, lines } = piped();
    input.end("notiz: eins \\\nzwei\\\ndrei\nstatus\n");
    expect(await lines.next("> ")).toBe("notiz: eins\nzwei\ndrei");
    expect(await lines.next("> ")).toBe("status");
  });

  it("wait for what comes later", async () => {
    const { input, lines } = piped();
    const line = lines.next("> ");
    setImmediate(() => input.write("spät\n"));
    expect(await line).toBe("spät");
    lines.stop();
    expect(await lines.next("> ")).toBeUndefined();
  });

  it("are dropped when somebody stops", async () => {
    const { input, lines } = piped();
    input.write("eins\nzwei\ndrei\n");
    expect(await lines.next("> ")).toBe("eins");
    lines.stop();
    expect(await lines.next("> ")).toBeUndefined();
  });
});
