import { directAddress } from "../../flows/addresses.ts";
import type { Reply } from "../../flows/reply.ts";
import type { ChoiceMemory } from "./choice-memory.ts";
import { type Place, visibleAddresses } from "./place.ts";
import { replyLines, shortText } from "./render-reply.ts";

/**
 * Bildschirm: prints what is said where the person is, notes what is said elsewhere in one line, and keeps the whole of it for when
 * the person goes there. A live message stands beside an announcement of the same thing, so it is printed only when somebody comes
 * and has not seen how it stands; what is over is not printed at all.
 */
export type MessageScreen = {
  say(address: string, reply: Reply): void;
  live(address: string, key: string, reply: Reply): void;
  /** One line for each thing said elsewhere since the last time. */
  noteElsewhere(): void;
  /** What was said in the present place while nobody looked, and how things stand there. */
  catchUp(): void;
};

type Parts = {
  readonly choices: ChoiceMemory;
  readonly texts: ScreenTexts;
  place(): Place;
  print(line: string): void;
  pathOf(reference: string): string;
};

export type ScreenTexts = {
  /** "im Raum Träger", "direkt an Frau Jansen" */
  where(address: string): string;
  elsewhere(places: readonly string[], text: string): string;
  /** What was just read in full was said there too. */
  alsoThere(places: readonly string[]): string;
  directToYou(): string;
};

type Live = { readonly reply: Reply; readonly isShown: boolean };

/** Older unread messages of a place are dropped. */
const mostUnread = 50;

export function createMessageScreen({ choices, texts, place, print, pathOf }: Parts): MessageScreen {
  const unread = new Map<string, Reply[]>();
  const liveByAddress = new Map<string, Map<string, Live>>();
  /** Keys of live messages that are over. */
  const ended = new Set<string>();
  let elsewhere: { readonly address: string; readonly reply: Reply }[] = [];
  let justRead = new Set<string>();

  const isVisible = (address: string): boolean => visibleAddresses(place()).includes(address);
  const contentOf = (reply: Reply): string => JSON.stringify({ ...reply, to: undefined });

  function printFully(address: string, reply: Reply): void {
    const { account, room } = place();
    if (room !== undefined && address === directAddress(account)) print(texts.directToYou());
    for (const line of replyLines(reply, choices.show(address, reply.choices), pathOf)) print(line);
    justRead.add(contentOf(reply));
  }

  function say(address: string, reply: Reply): void {
    if (isVisible(address)) {
      printFully(address, reply);
      return;
    }
    unread.set(address, [...(unread.get(address) ?? []), reply].slice(-mostUnread));
    elsewhere.push({ address, reply });
  }

  function showLive(address: string): void {
    const messages = liveByAddress.get(address);
    for (const [key, { reply, isShown }] of messages ?? []) {
      if (isShown) continue;
      printFully(address, reply);
      messages?.set(key, { reply, isShown: true });
    }
  }

  return {
    say,
    live(address, key, reply) {
      const messages = liveByAddress.get(address) ?? new Map<string, Live>();
      liveByAddress.set(address, messages);
      if (reply.over === true) {
        ended.add(key);
        messages.delete(key);
      } else messages.set(key, { reply, isShown: false });
    },
    noteElsewhere() {
      const groups = Map.groupBy(elsewhere, ({ reply }) => contentOf(reply));
      elsewhere = [];
      for (const [content, messages] of groups) {
        const [first] = messages;
        const places = [...new Set(messages.map(({ address }) => texts.where(address)))];
        if (first === undefined) continue;
        print(justRead.has(content) ? texts.alsoThere(places) : texts.elsewhere(places, shortText(first.reply)));
      }
      justRead = new Set();
    },
    catchUp() {
      for (const address of visibleAddresses(place())) {
        const messages = unread.get(address) ?? [];
        unread.delete(address);
        const stillOpen = messages.filter(({ about }) => about === undefined || !ended.has(about));
        for (const reply of stillOpen) printFully(address, reply);
        showLive(address);
      }
      justRead = new Set();
    },
  };
}
