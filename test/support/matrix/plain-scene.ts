import { type Actor, type MatrixScene, openScene } from "./matrix-scene.ts";
import type { RestClient } from "./rest-client.ts";
import type { RawEvent, RestSync } from "./rest-sync.ts";
import type { MatrixMember } from "./small-matrix-committee.ts";

/** A running meeting in a plain room, whose chair speaks the client-server API by hand. */
export type PlainScene = {
  readonly scene: MatrixScene;
  readonly chair: RestClient;
  readonly room: string;
  /** What the chair gets to see. */
  readonly seen: RestSync;
  /** Something found, which is read back to all; resolves when it is sent. */
  note(text: string, by?: RestClient): Promise<string>;
  /** The bot's answer to a note, as the chair sees it. */
  noted(text: string, ms?: number): Promise<RawEvent>;
  /** How often each note is on the record, and how often it was answered. */
  counts(texts: readonly string[]): Promise<readonly string[]>;
  stop(): Promise<void>;
};

/** `others`: members without an account. */
export async function openPlainScene(
  more: readonly Actor[] = [],
  others: readonly MatrixMember[] = [],
): Promise<PlainScene> {
  const scene = await openScene([{ name: "anna", office: "chair" }, ...more], others);
  const chair = scene.rest("anna");
  const room = await scene.room({ by: "anna", with: more.map(({ name }) => name), name: "Saal", encrypted: false });
  const seen = await chair.startSync();
  const isAnswerTo =
    (text: string) =>
    ({ sender, type, content }: RawEvent): boolean =>
      sender === scene.me && type === "m.room.message" && linesOf(content["body"]).some((line) => line.includes(text));
  await chair.sendText(room, "!ag sitzung eröffnen");
  await seen.waitFor(isAnswerTo("ist eröffnet"));
  return {
    scene,
    chair,
    room,
    seen,
    note: (text, by = chair) => by.sendText(room, `!ag feststellung: ${text}.`),
    noted: (text, ms) => seen.waitFor(isAnswerTo(`${text}.`), ms),
    async counts(texts) {
      const notes = [...scene.bot().house.store.read("gremium")].filter(({ type }) => type === "NoteTaken");
      const history = await chair.history(room);
      return texts.map((text) => {
        const kept = notes.filter(({ data }) => data.includes(`${text}.`)).length;
        return `${text}: kept ${kept}, answered ${history.filter(isAnswerTo(`${text}.`)).length}`;
      });
    },
    async stop() {
      await seen.stop();
      await scene.stop();
    },
  };
}

/** Nothing lost, nothing twice. */
export const onceEach = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => `${text}: kept 1, answered 1`);

const linesOf = (body: unknown): readonly string[] => (typeof body === "string" ? body.split("\n") : []);
