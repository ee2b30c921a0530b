import { type Answer, refused } from "./answer.ts";
import { answerConnector } from "./connector.ts";
import type { ConnectorHouse } from "./connector-house.ts";
import type { Asked } from "./http-server.ts";
import type { OutboundTokens } from "./outbound-tokens.ts";
import type { BotTokens } from "./tokens.ts";
import type { Uploads } from "./uploads.ts";
import type { Violation, World } from "./world.ts";

type Microsoft = {
  readonly world: World;
  readonly house: ConnectorHouse;
  readonly tokens: BotTokens;
  readonly outbound: OutboundTokens;
  readonly uploads: Uploads;
  readonly url: () => string;
};

/** Everything that one machine plays here: keys, tokens, connector and file storage. */
export function microsoftAnswers(microsoft: Microsoft): (asked: Asked) => Answer {
  const { tokens, outbound, uploads, url } = microsoft;
  return (asked) => {
    const route = asked.segments.map((segment) => segment.toLowerCase()).join("/");
    if (route === "v1/.well-known/openidconfiguration") return metadata(url());
    if (route === "v1/keys") return { status: 200, body: tokens.keys() };
    if (route.endsWith("oauth2/v2.0/token") && asked.method === "POST") return outbound.issue(asked.bytes.toString());
    if (route.startsWith("upload/")) return uploads.put(asked.path, asked.bytes, asked.headers);
    if (route.startsWith("download/")) return uploads.download(asked.segments[1] ?? "", asked.headers);
    if (/^emea\/v3\/attachments\/[^/]+\/views\/original$/.test(route)) return inlinePicture(microsoft, asked);
    if (/^emea\/v3\/conversations(\/|$)/.test(route)) return connector(microsoft, asked);
    note(microsoft, asked, "malformed", "there is no such resource");
    return refused(404, "NotFound", "There is no such resource.");
  };
}

/** A picture that was pasted into a message lies with the service, for the bot alone. */
function inlinePicture({ outbound, uploads }: Microsoft, { segments, headers }: Asked): Answer {
  if (outbound.check(headers.authorization) !== "valid")
    return refused(401, "Unauthorized", "Authorization has been denied for this request.");
  const bytes = uploads.own.get(segments[3] ?? "");
  return bytes === undefined ? refused(404, "NotFound", "There is no such attachment.") : { status: 200, bytes };
}

function connector(microsoft: Microsoft, asked: Asked): Answer {
  const { world, house, outbound } = microsoft;
  const { method, path, query, body, headers, bytes } = asked;
  const state = outbound.check(headers.authorization);
  if (state === "unknown") note(microsoft, asked, "token", "an unknown token");
  if (state !== "valid") return refused(401, "Unauthorized", "Authorization has been denied for this request.");
  const segments = asked.segments.slice(3);
  const call = { method, request: `${method} ${path}`, segments, query, body, bytes: bytes.length };
  return house.rateRefusal(call, "tenant", world.tenant) ?? answerConnector(house, call);
}

function note({ world }: Microsoft, { method, path }: Asked, kind: Violation["kind"], detail: string): void {
  world.violations.push({ at: world.now(), kind, request: `${method} ${path}`, detail });
}

const metadata = (url: string): Answer => ({
  status: 200,
  body: {
    issuer: "https://api.botframework.com",
    jwks_uri: `${url}/v1/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
  },
});
