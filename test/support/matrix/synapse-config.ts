export type SynapseOptions = {
  /** Talks to other homeservers on this machine, over TLS with a certificate nobody checks. */
  readonly federation?: true;
  readonly defaultRoomVersion?: string;
  /** Synapse's own default is 0.2 per second and 10 at once; here nothing is limited unless this is given. */
  readonly messageRate?: { readonly perSecond: number; readonly burst: number };
  /** YAML; its top-level keys replace ours. */
  readonly extra?: string;
};

export type SynapsePlace = {
  /** As Synapse sees it. */
  readonly folder: string;
  readonly serverName: string;
  readonly port: number;
  readonly federationPort: number | undefined;
  readonly sharedSecret: string;
};

const UNLIMITED = { per_second: 10_000, burst_count: 100_000 };

/** What all have in common: fast, quiet, open to no one but this machine. */
const COMMON = {
  report_stats: false,
  trusted_key_servers: [],
  suppress_key_server_warning: true,
  macaroon_secret_key: "macaroon",
  form_secret: "form",
  enable_registration: false,
  presence: { enabled: false },
  url_preview_enabled: false,
  bcrypt_rounds: 4,
  max_upload_size: "60M",
  rc_registration: UNLIMITED,
  rc_joins: { local: UNLIMITED, remote: UNLIMITED },
  rc_joins_per_room: UNLIMITED,
  rc_invites: { per_room: UNLIMITED, per_user: UNLIMITED, per_issuer: UNLIMITED },
  rc_login: { address: UNLIMITED, account: UNLIMITED, failed_attempts: UNLIMITED },
  rc_room_creation: UNLIMITED,
  rc_admin_redaction: UNLIMITED,
  rc_key_requests: UNLIMITED,
  rc_third_party_invite: UNLIMITED,
  rc_media_create: UNLIMITED,
  rc_user_directory: UNLIMITED,
  rc_federation: { window_size: 1_000, sleep_limit: 10_000, sleep_delay: 1, reject_limit: 10_000, concurrent: 100 },
};

function listeners({ port, federationPort }: SynapsePlace): readonly object[] {
  const shared = { bind_addresses: ["127.0.0.1"], type: "http" };
  const client = { ...shared, port, tls: false, resources: [{ names: ["client"], compress: false }] };
  if (federationPort === undefined) return [client];
  return [
    client,
    { ...shared, port: federationPort, tls: true, resources: [{ names: ["federation"], compress: false }] },
  ];
}

function federation({ folder, federationPort }: SynapsePlace): object {
  if (federationPort === undefined) return { federation_domain_whitelist: [] };
  return {
    tls_certificate_path: `${folder}/tls.crt`,
    tls_private_key_path: `${folder}/tls.key`,
    federation_verify_certificates: false,
    ip_range_blacklist: [],
    federation_ip_range_blacklist: [],
    federation: { destination_min_retry_interval: "1s", destination_max_retry_interval: "2s" },
  };
}

/** `homeserver.yaml`. JSON is YAML. */
export function synapseConfig(place: SynapsePlace, options: SynapseOptions): string {
  const { folder } = place;
  const rate = options.messageRate;
  return JSON.stringify({
    ...COMMON,
    server_name: place.serverName,
    public_baseurl: `http://127.0.0.1:${place.port}/`,
    registration_shared_secret: place.sharedSecret,
    signing_key_path: `${folder}/signing.key`,
    pid_file: `${folder}/pid`,
    media_store_path: `${folder}/media`,
    log_config: `${folder}/log.yaml`,
    database: { name: "sqlite3", args: { database: `${folder}/homeserver.db` } },
    listeners: listeners(place),
    ...federation(place),
    ...(options.defaultRoomVersion === undefined ? {} : { default_room_version: options.defaultRoomVersion }),
    rc_message: rate === undefined ? UNLIMITED : { per_second: rate.perSecond, burst_count: rate.burst },
  });
}

export function logConfig(folder: string): string {
  return JSON.stringify({
    version: 1,
    formatters: { line: { format: "%(asctime)s %(name)s %(levelname)s %(request)s %(message)s" } },
    handlers: { file: { class: "logging.FileHandler", filename: `${folder}/homeserver.log`, formatter: "line" } },
    root: { level: "WARNING", handlers: ["file"] },
  });
}
