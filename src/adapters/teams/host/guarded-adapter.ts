import { TeamsAdapter } from "@microsoft/teams-ai/lib/TeamsAdapter.js";
import {
  type Activity,
  ActivityTypes,
  ConfigurationServiceClientCredentialFactory,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  TurnContext,
} from "botbuilder";
import {
  type AuthenticateRequestResult,
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  type Claim,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorClientOptions,
  PasswordServiceClientCredentialFactory,
} from "botframework-connector";
import { connectorExit } from "../connector-exit.ts";
import type { MicrosoftSide, TeamsSettings } from "../teams-parts.ts";

const REFUSED = 401;
/** What the packages say when Microsoft's keys are not given out. */
const KEYS_NOT_LOADED = 500;
/** The packages ask for Microsoft's keys without any limit of time. */
const LONGEST_CHECK = 8_000;

/** Microsoft's keys could not be asked for: nobody is let in, and the service may send it again. Without a word, since it is answered. */
class KeysUnreachable extends Error {}

/**
 * Wer darf herein: the packages' adapter behind a guard. Every doubt is the same refusal without a reason: the packages would answer
 * some forgeries with 500 and a text, take tokens without an end, tokens of the emulator and of every tenant.
 */
export class GuardedAdapter extends TeamsAdapter {
  readonly #settings: TeamsSettings;
  readonly #factory: ReturnType<typeof credentials>;
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();

  constructor(settings: TeamsSettings, microsoft: MicrosoftSide | undefined) {
    const factory = credentials(settings, microsoft);
    super(authentication(settings, microsoft), factory, onlyWholeTokens(settings), {
      httpClient: connectorExit(),
    } satisfies ConnectorClientOptions);
    this.#settings = settings;
    this.#factory = factory;
  }

  /** The packages' own turn makes two clients for answers and sign-in, which cost more than our turn and which we do not use. */
  override async processActivity(
    authorization: string | AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    if (typeof authorization === "string") await this.#authenticate(activity, authorization);
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, logic);
    if (activity.type !== ActivityTypes.Invoke) return undefined;
    // The packages put there what an activity of that type carries.
    return context.turnState.get<Partial<Activity> | undefined>(INVOKE_RESPONSE_KEY)?.value;
  }

  /** Posts for us to a service, with our token. Kept, since a vote is a post each. */
  connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    const before = this.#connectors.get(serviceUrl);
    if (before !== undefined) return before;
    const { appId = "" } = this.#settings;
    const { AudienceClaim, AppIdClaim, ServiceUrlClaim, ToChannelFromBotOAuthScope } = AuthenticationConstants;
    const claims = new ClaimsIdentity([
      { type: AudienceClaim, value: appId },
      { type: AppIdClaim, value: appId },
      { type: ServiceUrlClaim, value: serviceUrl },
    ]);
    const made = this.botFrameworkAuthentication
      .createConnectorFactory(claims)
      .create(serviceUrl, ToChannelFromBotOAuthScope);
    this.#connectors.set(serviceUrl, made);
    made.catch(() => this.#connectors.delete(serviceUrl));
    return made;
  }

  /** What a request of ours to the service carries; nothing where there is no authentication. */
  async authorization(): Promise<string | undefined> {
    const { appId } = this.#settings;
    if (appId === undefined) return undefined;
    const { ToChannelFromBotOAuthScope, ToChannelFromBotLoginUrl } = AuthenticationConstants;
    const own = await this.#factory.createCredentials(
      appId,
      ToChannelFromBotOAuthScope,
      ToChannelFromBotLoginUrl,
      true,
    );
    const request = { headers: new Headers() };
    // The packages' type names a whole request; only its headers are touched.
    await own.signRequest(request as unknown as Parameters<typeof own.signRequest>[0]);
    return request.headers.get("authorization") ?? undefined;
  }

  async #authenticate(activity: Activity, header: string): Promise<void> {
    if (activity.channelId !== "msteams" || !isServiceUrl(activity.serviceUrl, this.#settings)) throw refused();
    await inTime(this.botFrameworkAuthentication.authenticateRequest(activity, header)).catch((error: unknown) => {
      throw isForWantOfKeys(error) ? new KeysUnreachable() : refused();
    });
    if (!isAllowedTenant(activity, this.#settings)) throw refused();
  }
}

const refused = (): AuthenticationError => new AuthenticationError("", REFUSED);

/** Who is behind the message was not even looked at. */
const isForWantOfKeys = (error: unknown): boolean =>
  error instanceof KeysUnreachable ||
  (error instanceof AuthenticationError && error.statusCode === KEYS_NOT_LOADED) ||
  (error instanceof Error && error.name === "FetchError");

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new KeysUnreachable()), LONGEST_CHECK);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Replies go there, with our token: without authentication never to another machine. */
function isServiceUrl(url: string | undefined, { appId }: TeamsSettings): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  if (appId === undefined) return isHere;
  return protocol === "https:" || isHere;
}

function isAllowedTenant(activity: Activity, { appId, tenants }: TeamsSettings): boolean {
  if (appId === undefined) return true;
  const data: unknown = activity.channelData;
  const named = activity.conversation?.tenantId ?? tenantIn(data);
  return typeof named === "string" && tenants.includes(named.toLowerCase());
}

function tenantIn(data: unknown): unknown {
  if (typeof data !== "object" || data === null || !("tenant" in data)) return undefined;
  const { tenant } = data;
  return typeof tenant === "object" && tenant !== null && "id" in tenant ? tenant.id : undefined;
}

/** The packages accept a token that never ends, and one that names no service. */
function onlyWholeTokens({ appId }: TeamsSettings): AuthenticationConfiguration {
  return new AuthenticationConfiguration([], async (claims: readonly Claim[]) => {
    if (appId === undefined) return;
    const has = (type: string): boolean => claims.some((claim) => claim.type === type && Boolean(claim.value));
    const isOfChannel = claims.some(
      ({ type, value }) => type === "iss" && value === AuthenticationConstants.ToBotFromChannelTokenIssuer,
    );
    if (!has("exp") || !has("serviceurl") || !isOfChannel) throw refused();
  });
}

/** Each key by name: the whole environment could switch the packages to another cloud or issuer. */
function authentication(settings: TeamsSettings, microsoft: MicrosoftSide | undefined) {
  const { appId, appType, tenant, password } = settings;
  const own = {
    ...(appId === undefined ? {} : { MicrosoftAppId: appId }),
    ...(appId === undefined ? {} : { MicrosoftAppType: appType }),
    ...(tenant === undefined ? {} : { MicrosoftAppTenantId: tenant }),
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
  };
  if (microsoft === undefined) return own;
  return {
    ...own,
    // Once one of these is named, all have to be.
    ValidateAuthority: true,
    CallerId: "urn:botframework:azure",
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelOpenIdMetadataUrl: microsoft.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: microsoft.metadataUrl,
  };
}

function credentials(settings: TeamsSettings, microsoft: MicrosoftSide | undefined) {
  const { appId, appType, tenant } = settings;
  if (appId === undefined) return new PasswordServiceClientCredentialFactory("", "");
  if (microsoft !== undefined) return new GivenToken(appId, microsoft);
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(tenant === undefined ? {} : { MicrosoftAppTenantId: tenant }),
    ...secretOf(settings),
  });
}

function secretOf({ appType, password, certificate }: TeamsSettings) {
  if (certificate !== undefined)
    return { CertificateThumbprint: certificate.thumbprint, CertificatePrivateKey: certificate.privateKey };
  return password === undefined || appType === "UserAssignedMSI" ? {} : { MicrosoftAppPassword: password };
}

/** In place of Entra. */
class GivenToken extends PasswordServiceClientCredentialFactory {
  readonly #microsoft: MicrosoftSide;
  constructor(appId: string, microsoft: MicrosoftSide) {
    super(appId, "none");
    this.#microsoft = microsoft;
  }
  override async createCredentials() {
    const microsoft = this.#microsoft;
    return {
      async signRequest<Request extends { headers: { set(name: string, value: string): void } }>(request: Request) {
        request.headers.set("authorization", `Bearer ${await microsoft.outboundToken()}`);
        return request;
      },
    };
  }
}
