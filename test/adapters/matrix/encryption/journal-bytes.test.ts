import { describe, expect, it } from "vitest";
import {
  frameOf,
  readJournalBytes,
  startOfFile,
} from "../../../../src/adapters/matrix/encryption/journal/journal-bytes.ts";

const base = Buffer.from("das Bild des Ganzen");
const tail = ["eins", "zwei", "drei"].map((text) => Buffer.from(text));
const start = startOfFile(base);
const frames = tail.map((content, index) => frameOf(index + 1, content));
const whole = Buffer.concat([start, ...frames]);
const lastFrame = whole.length - (frames.at(-1)?.length ?? 0);

const damaged = expect.objectContaining({ name: "EncryptionFault", code: "store-damaged" });

function outcomeOf(bytes: Buffer): string {
  try {
    const { tail: read, isTorn } = readJournalBytes(bytes);
    return `${read.map(String).join(" ")}${isTorn ? " torn" : ""}`;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

const flipped = (at: number): Buffer => {
  const bytes = Buffer.from(whole);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  return bytes;
};

const positions = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe("the bytes of a journal", () => {
  it("are read as they were written", () => {
    expect(readJournalBytes(whole)).toEqual({ base, tail, isTorn: false });
    expect(readJournalBytes(start)).toEqual({ base, tail: [], isTorn: false });
  });

  it("lose a last frame that was cut off anywhere, and nothing else", () => {
    const cuts = positions(lastFrame + 1, whole.length).map((end) => outcomeOf(whole.subarray(0, end)));
    expect(new Set(cuts)).toEqual(new Set(["eins zwei torn"]));
    expect(outcomeOf(whole.subarray(0, lastFrame))).toBe("eins zwei");
  });

  it("lose a last frame of which the disk kept the length but not the content", () => {
    const zeros = Buffer.from(whole);
    zeros.fill(0, lastFrame);
    expect(outcomeOf(zeros)).toBe("eins zwei torn");
    expect(new Set(positions(lastFrame, whole.length).map((at) => outcomeOf(flipped(at))))).toEqual(
      new Set(["eins zwei torn"]),
    );
  });

  it("are damaged by one altered bit anywhere before the last frame", () => {
    const outcomes = positions(0, lastFrame).map((at) => outcomeOf(flipped(at)));
    expect(outcomes).toHaveLength(lastFrame);
    expect(new Set(outcomes)).toEqual(new Set(["store-damaged"]));
  });

  it("are damaged if the base is cut, at whatever length, or the file is empty", () => {
    const outcomes = positions(0, start.length).map((end) => outcomeOf(whole.subarray(0, end)));
    expect(new Set(outcomes)).toEqual(new Set(["store-damaged"]));
  });

  it("are damaged if a frame is missing, twice there or in another order", () => {
    const [first, second, third] = frames.map((frame) => [frame]);
    const of = (...parts: readonly (readonly Buffer[] | undefined)[]) =>
      Buffer.concat([start, ...parts.flatMap((part) => part ?? [])]);
    expect(() => readJournalBytes(of(second, third))).toThrow(damaged);
    expect(() => readJournalBytes(of(first, third))).toThrow(damaged);
    expect(() => readJournalBytes(of(second, first, third))).toThrow(damaged);
  });
});
