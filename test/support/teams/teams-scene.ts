import { expect } from "vitest";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { type Reply, reply } from "../../../src/flows/reply.ts";
import { type ChatMember, chatCommittee } from "../chat-committee.ts";
import { personKey, roomKey } from "../keys.ts";
import type { DeliverOptions, Delivery } from "./courier.ts";
import { type FakeTeams, type FakeTeamsOptions, startFakeTeams } from "./fake-teams.ts";
import type { Person } from "./person.ts";
import type { Said } from "./person-says.ts";
import type { PersonWish } from "./population.ts";
import type { SayOptions } from "./said-text.ts";
import { messageText } from "./sight.ts";
import { openTeamsHouse, removeTeamsFolder, type TeamsHouse, type TeamsHouseOptions } from "./teams-house.ts";
import type { Chat, Message } from "./world.ts";

export type Role = Omit<ChatMember, "accounts"> & {
  readonly wish?: PersonWish;
  /** Belongs to the committee, but nobody has linked the account. */
  readonly isUnlinked?: true;
};

type House = Omit<TeamsHouseOptions, "fake" | "committee" | "folder">;

export type SceneOptions = {
  /** Each with an account, in the room. */
  readonly cast: readonly Role[];
  /** Members without an account. */
  readonly others?: readonly ChatMember[];
  readonly kind?: "groupChat" | "channel";
  readonly threads?: true;
  /** Whatever the committee has been through before. */
  readonly before?: readonly CommitteeEvent[];
  readonly house?: House;
  readonly fake?: FakeTeamsOptions;
};

/** Ein Gremium in Teams: its people and their room on the fake side, the real house behind. */
export type TeamsScene = {
  readonly fake: FakeTeams;
  readonly room: Chat;
  person(name: string): Person;
  bot(): TeamsHouse;
  /** In the room, with a mention; the answer was 200. */
  says(name: string, words: string, options?: Options): Promise<Said>;
  /** In the chat with the bot alone. */
  saysAlone(name: string, words: string, options?: Options): Promise<Said>;
  /** The bot's message with this text, in the room or elsewhere. */
  hears(text: string | RegExp, chat?: Chat, ms?: number): Promise<Message>;
  /** Presses a button; the answer was 200. */
  clicks(name: string, message: Message, title: string, options?: ClickOptions): Promise<Delivery>;
  /** Everything that the bot has said in a chat, as everybody sees it there now. */
  said(chat?: Chat): readonly string[];
  /** Opens a meeting with everybody present, and a vote on a motion; its card. */
  opensBallot(by: string, mode?: "" | " geheim" | " namentlich", motion?: string): Promise<Message>;
  tell(key: string, to: Reply["to"], text: string, more?: Partial<Reply>): Promise<void>;
  toPerson(name: string): Reply["to"];
  readonly toRoom: Reply["to"];
  /** How many events the record holds. */
  version(): number;
  /** How often an event stands in the record. */
  recorded(type: CommitteeEvent["type"]): number;
  /** The program ends, and starts on the same folder. */
  restart(between?: () => Promise<void> | void): Promise<void>;
  stop(): Promise<void>;
};

type Options = SayOptions & DeliverOptions & { readonly inThreadOf?: Message };
type ClickOptions = DeliverOptions & {
  readonly asSubmit?: boolean;
  readonly filledIn?: Readonly<Record<string, string>>;
};

/** Cards are put in place again that fast where a test does not need more. */
const LIVE_EVERY = 100;

export async function openTeamsScene(options: SceneOptions): Promise<TeamsScene> {
  const { cast, others = [], kind = "groupChat", threads, before = [] } = options;
  const fake = await startFakeTeams(options.fake);
  const people = new Map(cast.map(({ name, wish }) => [name, fake.person(capital(name), wish)]));
  const person = (name: string): Person => present(people.get(name), name);
  const room = fake.chat({ kind, members: [...people.values()] });
  const members = cast.map(({ wish: _, isUnlinked, ...member }) => ({
    ...member,
    ...(isUnlinked === true ? {} : { accounts: [`teams:${person(member.name).objectId}`] }),
  }));
  const bound = { room: `teams:${room.id}`, name: "Jugendamt", ...(threads === undefined ? {} : { threads }) };
  const committee = [...chatCommittee([...members, ...others], [bound]), ...before];
  const house: House = { liveEvery: LIVE_EVERY, ...options.house };
  let running = await openTeamsHouse({ fake, committee, ...house });
  const { folder } = running;
  let motions = 0;
  let isMeeting = false;

  const scene: TeamsScene = {
    fake,
    room,
    person,
    bot: () => running,
    says: async (name, words, more = {}) => taken(await person(name).says(room, words, { mention: true, ...more })),
    saysAlone: async (name, words, more) => taken(await person(name).says(person(name).alone, words, more)),
    hears: (text, chat = room, ms) => fake.waitForMessage(chat, text, ms),
    clicks: async (name, message, title, more) => taken(await person(name).clicks(message, title, more)),
    said: (chat = room) =>
      fake
        .messagesIn(chat)
        .filter(({ from }) => from === "bot")
        .map(messageText),
    async opensBallot(by, mode = "", motion = "Wir treffen uns.") {
      if (!isMeeting) await openMeeting(by);
      motions += 1;
      await scene.says(by, `antrag: ${motion}`);
      await scene.says(by, `abstimmung ${motions}${mode}`);
      // The card of who is present comes when there is time for it.
      await scene.hears(/^Anwesend: /);
      return scene.hears(`Abstimmung eröffnet: Antrag ${motions},`);
    },
    async tell(key, to, text, more) {
      await running.house.runner.tell(key, [reply(to, [text], more)]);
    },
    toPerson: (name) => ({ kind: "person", person: personKey(name) }),
    toRoom: { kind: "room", room: roomKey(`teams:${room.id}`) },
    version: () => running.house.runner.state().version,
    recorded: (type) => [...running.house.store.read("gremium")].filter((event) => event.type === type).length,
    async restart(between) {
      await running.close();
      await between?.();
      running = await openTeamsHouse({ fake, folder, ...house });
    },
    async stop() {
      await running.close();
      await fake.close();
      removeTeamsFolder(folder);
    },
  };

  async function openMeeting(by: string): Promise<void> {
    await scene.says(by, "sitzung eröffnen");
    const present = [...cast, ...others].map(({ name }) => `Frau ${capital(name)}`);
    await scene.says(by, `anwesend ${present.join(", ")}`);
    isMeeting = true;
  }

  return scene;
}

/** For what has to wait its turn: so many updates as Microsoft allows need some seconds. */
export const eventually = <Found>(look: () => Found) => expect.poll(look);

/** What Teams brought was taken without complaint. */
export function taken<Brought extends Delivery>(delivery: Brought): Brought {
  if (delivery.status === 200) return delivery;
  throw new Error(`Answered with ${delivery.status ?? delivery.error}`);
}

function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`${what} is not there`);
  return value;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
