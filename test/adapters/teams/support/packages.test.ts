import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
  type TurnContext,
} from "botbuilder";
import { AuthenticationConstants, PasswordServiceClientCredentialFactory } from "botframework-connector";
import express from "express";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { cardMessage } from "../../../support/teams/connector-client.ts";
import { type FakeTeams, startFakeTeams } from "../../../support/teams/fake-teams.ts";
import type { Json } from "../../../support/teams/json.ts";

/** Signs with the fixed token instead of asking Entra. */
class FixedCredentials extends PasswordServiceClientCredentialFactory {
  override async createCredentials(): ReturnType<PasswordServiceClientCredentialFactory["createCredentials"]> {
    const signed = async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set("authorization", "Bearer bot");
      return request;
    };
    // Of the credentials the connector uses nothing else.
    return { signRequest: signed } as unknown as Awaited<
      ReturnType<PasswordServiceClientCredentialFactory["createCredentials"]>
    >;
  }
}

function adapterFor(fake: FakeTeams): CloudAdapter {
  const settings = {
    MicrosoftAppId: fake.bot.appId,
    MicrosoftAppType: "SingleTenant",
    MicrosoftAppTenantId: fake.tenant,
    MicrosoftAppPassword: "secret",
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: fake.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: fake.metadataUrl,
    CallerId: "urn:botframework:azure",
  };
  const credentials = new FixedCredentials(fake.bot.appId, "secret", fake.tenant);
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials));
}

async function listening(adapter: CloudAdapter, turn: (context: TurnContext) => Promise<void>): Promise<Server> {
  const app = express();
  app.use(express.json());
  app.post("/api/messages", (request, response, next) => {
    adapter.process(request, response, turn).catch(next);
  });
  const server = createServer(app);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const asActivity = (message: Json): Partial<Activity> => message as Partial<Activity>;

describe("the packages of Microsoft take the fake for the service", () => {
  let fake: FakeTeams;
  let server: Server;
  let turn: (context: TurnContext) => Promise<void>;
  beforeAll(async () => {
    fake = await startFakeTeams({ outboundToken: "bot" });
    server = await listening(adapterFor(fake), (context) => turn(context));
    // It listens on a port, so this is no path and not null.
    fake.bot.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await fake.close();
  });

  it.each(["groupChat", "channel", "personal"] as const)(
    "a question, a card, a click and its update: %s",
    async (kind) => {
      const anna = fake.person("Anna");
      const chat = fake.chat({ kind, members: [anna] });
      const before = fake.calls.length;
      const button = { type: "Action.Execute", title: "Ja", verb: "v", data: {} };
      turn = async (context) => {
        await context.sendActivity(asActivity(cardMessage("Frage", [button])));
      };
      const { status } = await anna.says(chat, "start", { mention: true });
      const message = await fake.waitForMessage(chat, "Frage");
      turn = async (context) => {
        const update = { ...cardMessage("Gezählt"), id: message.id };
        await context.updateActivity(asActivity(update));
        const view = { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Danke" };
        await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: view } });
      };
      const click = await anna.clicks(message, "Ja");
      expect([status, click.status, click.body]).toMatchObject([200, 200, { value: "Danke" }]);
      expect(anna.seesOf(message).text).toBe("Gezählt");
      const connector = fake.calls.slice(before).filter(({ path }) => path.startsWith("/emea/"));
      expect(connector.map(({ method, status }) => [method, status])).toEqual([
        ["POST", 201],
        ["PUT", 200],
      ]);
      expect(fake.violations).toEqual([]);
    },
  );

  it("the members in pages, and a chat with each alone", async () => {
    const people = Array.from({ length: 60 }, (_, index) => fake.person(`Mensch ${index}`));
    const chat = fake.chat({ kind: "groupChat", members: people });
    const names: string[] = [];
    turn = async (context) => {
      let token: string | undefined;
      do {
        const page = await TeamsInfo.getPagedMembers(context, 50, token);
        names.push(...page.members.map(({ name }) => name));
        token = page.continuationToken;
      } while (token !== undefined && names.length < 100);
      const { appId } = fake.bot;
      const tenant = { tenantId: fake.tenant, channelData: { tenant: { id: fake.tenant } } };
      const wish = {
        isGroup: false,
        bot: context.activity.recipient,
        members: [{ id: people[0]?.id ?? "", name: "" }],
      };
      const scope = AuthenticationConstants.ToChannelFromBotOAuthScope;
      // The type asks for a first message, the service does not.
      const parameters = { ...wish, ...tenant } as Parameters<CloudAdapter["createConversationAsync"]>[4];
      await adapterFor(fake).createConversationAsync(
        appId,
        "msteams",
        fake.serviceUrl,
        scope,
        parameters,
        async (alone) => {
          await alone.sendActivity("nur Sie");
        },
      );
    };
    const said = await people[0]?.says(chat, "x", { mention: true });
    expect([said?.status, names.length, people[0]?.sees(people[0].alone).map(({ text }) => text)]).toEqual([
      200,
      60,
      ["nur Sie"],
    ]);
    expect(fake.violations).toEqual([]);
  });

  it("not with a forged token", async () => {
    let turns = 0;
    turn = async () => {
      turns += 1;
    };
    // The package prints traces of every token it refuses.
    const printed = vi.spyOn(console, "error").mockReturnValue();
    const anna = fake.person("Anna");
    const none = await anna.says(anna.alone, "x", { token: null });
    const wrong = await anna.says(anna.alone, "x", { token: fake.tokens.valid({ aud: "other" }) });
    printed.mockRestore();
    expect([none.status, wrong.status, turns]).toEqual([401, 401, 0]);
  });
});
