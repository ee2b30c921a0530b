import { connectorHouse } from "./connector-house.ts";
import { type Courier, createCourier } from "./courier.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type Call, startHttpServer } from "./http-server.ts";
import { MOST_BYTES } from "./message-check.ts";
import { microsoftAnswers } from "./microsoft-answers.ts";
import { createOutboundTokens, type OutboundTokens } from "./outbound-tokens.ts";
import { createPerson, type Person } from "./person.ts";
import { type ChatWish, openChat, type PersonWish, registerPerson } from "./population.ts";
import { DOCUMENTED_LIMITS, type RateLimits, rateCounter } from "./rate-limits.ts";
import { messageText } from "./sight.ts";
import { type BotTokens, createTokens } from "./tokens.ts";
import { createUploads, type Upload } from "./uploads.ts";
import { waitFor } from "./wait-for.ts";
import { type Chat, createWorld, type Message, type Violation, type World } from "./world.ts";

export type FakeTeamsOptions = {
  readonly appId?: string;
  readonly botName?: string;
  readonly tenant?: string;
  /** A bearer token that the connector takes although nobody gave it out. */
  readonly outboundToken?: string | null;
  /** The only client secret that gets a token; by default every one does. */
  readonly appPassword?: string;
  /** Other limits than the documented ones. */
  readonly limits?: Partial<RateLimits>;
  readonly maxBytes?: number;
  /** Epoch in milliseconds, for limits, tokens and timestamps. */
  readonly now?: () => number;
};

/** Microsofts Seite für einen Bot: what signs, what stores the conversations, and the people in them. */
export type FakeTeams = {
  readonly url: string;
  /** With its port: also where files are put. */
  readonly host: string;
  /** Ends with a slash. */
  readonly serviceUrl: string;
  readonly metadataUrl: string;
  /** Where the bot gets tokens by client credentials. */
  readonly tokenUrl: string;
  readonly tenant: string;
  readonly bot: World["bot"] & {
    /** Where the bot takes activities; the test says it. */
    endpoint: string | undefined;
  };
  readonly tokens: BotTokens;
  readonly outbound: OutboundTokens;
  readonly faults: Faults;
  /** Every request that came, in order. */
  readonly calls: readonly Call[];
  /** Everything that Microsoft does not take. */
  readonly violations: readonly Violation[];
  readonly uploads: readonly Upload[];
  /** What people have in their own place or paste into messages, by name. */
  readonly pictures: Map<string, Uint8Array>;
  readonly deliveries: Courier["deliveries"];
  readonly deliver: Courier["deliver"];
  readonly deliverAgain: Courier["deliverAgain"];
  person(name: string, wish?: PersonWish): Person;
  chat(wish: ChatWish): Chat;
  /** All messages that stand in a chat, in order. */
  messagesIn(chat: Chat): readonly Message[];
  /** The answer of `look` as soon as it is neither undefined nor false. */
  waitFor: typeof waitFor;
  /** The first message of the bot in which the text stands, as everybody sees it. */
  waitForMessage(chat: Chat, text: string | RegExp, ms?: number): Promise<Message>;
  close(): Promise<void>;
};

const APP_ID = "a1a1a1a1-0000-4000-8000-000000000001";
const TENANT = "7e7e7e7e-0000-4000-8000-000000000001";

export async function startFakeTeams(options: FakeTeamsOptions = {}): Promise<FakeTeams> {
  const { appId = APP_ID, botName = "Sitzungsdienst", tenant = TENANT, now = Date.now } = options;
  const world = createWorld({ appId, botName, tenant, now });
  const calls: Call[] = [];
  const faults = createFaults();
  let url = "";
  const serviceUrl = (): string => `${url}/emea/`;
  const tokens = createTokens({ appId, serviceUrl, now });
  const outbound = createOutboundTokens({ appId, fixed: options.outboundToken, password: options.appPassword, now });
  const uploads = createUploads(world, () => url);
  const counter = rateCounter({ ...DOCUMENTED_LIMITS, ...options.limits }, now);
  const house = connectorHouse({ world, counter, maxBytes: options.maxBytes ?? MOST_BYTES, serviceUrl });
  const bot: FakeTeams["bot"] = { ...world.bot, endpoint: undefined };
  const courier = createCourier(world, tokens, () => bot.endpoint);

  const answer = microsoftAnswers({ world, house, tokens, outbound, uploads, url: () => url });
  const server = await startHttpServer({ faults, now, calls, answer });
  url = server.url;
  const surroundings = { world, courier, uploads, serviceUrl };

  return {
    url,
    host: new URL(url).host,
    serviceUrl: serviceUrl(),
    metadataUrl: `${url}/v1/.well-known/openidconfiguration`,
    tokenUrl: `${url}/${tenant}/oauth2/v2.0/token`,
    tenant,
    bot,
    tokens,
    outbound,
    faults,
    calls,
    violations: world.violations,
    uploads: uploads.all,
    pictures: uploads.own,
    deliveries: courier.deliveries,
    deliver: courier.deliver,
    deliverAgain: courier.deliverAgain,
    person(name, wish = {}) {
      const { member, alone } = registerPerson(world, name, wish);
      return createPerson(surroundings, member, alone);
    },
    chat: (wish) => openChat(world, wish),
    messagesIn: (chat) => chat.messages.filter(({ isDeleted }) => !isDeleted),
    waitFor,
    waitForMessage: (chat, text, ms) =>
      waitFor(() => chat.messages.find((message) => message.from === "bot" && shows(message, text)), ms),
    close: server.close,
  };
}

function shows(message: Message, text: string | RegExp): boolean {
  const shown = messageText(message);
  return !message.isDeleted && (typeof text === "string" ? shown.includes(text) : text.test(shown));
}
