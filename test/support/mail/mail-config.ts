import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where everything of one pair of servers lies, and on which ports of the loopback they listen. */
export type MailPlace = {
  readonly folder: string;
  /** SMTP with STARTTLS on offer; takes mail from this machine without a login. */
  readonly smtp: number;
  /** SMTP within TLS, only after a login. */
  readonly smtps: number;
  readonly imap: number;
  readonly imaps: number;
};

export const PASSWORD = "geheim-7";

/** Every account that has a mailbox; the first is the committee's. */
export const accounts = [
  "ag78@kreis.example",
  "joerg.mueller@regenbogen.example",
  "jansen@dksb.example",
  "boese@dksb.example",
] as const;

/** Mail to this domain is taken over and found to be undeliverable afterwards. */
export const BOUNCING = "anderswo.example";

/** What Postfix would make by itself, in three seconds of checks. */
const QUEUES = "active bounce corrupt defer deferred flush hold incoming maildrop private public saved trace".split(
  " ",
);

/** Writes the configuration of both servers; nothing outside the folder is touched. */
export function furnishMail(place: MailPlace): void {
  const { folder } = place;
  for (const part of ["postfix", "queue", "data", "dovecot", "mail"]) mkdirSync(join(folder, part));
  // The servers run under accounts of their own.
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "mail"), 0o777);
  const queues = QUEUES.map((name) => join(folder, "queue", name));
  for (const queue of [...queues, join(folder, "queue/pid")]) mkdirSync(queue);
  execFileSync("chown", ["postfix", join(folder, "data"), ...queues]);
  certificate(folder);
  writeFileSync(join(folder, "postfix/main.cf"), mainCf(place));
  writeFileSync(join(folder, "postfix/master.cf"), masterCf(place));
  const maps = "/etc/postfix/dynamicmaps.cf";
  if (existsSync(maps)) copyFileSync(maps, join(folder, "postfix/dynamicmaps.cf"));
  writeFileSync(join(folder, "postfix/mailboxes"), accounts.map((one) => `${one} ${one}\n`).join(""));
  writeFileSync(join(folder, "dovecot/users"), accounts.map((one) => `${one}:{PLAIN}${PASSWORD}::::::\n`).join(""));
  writeFileSync(join(folder, "dovecot/dovecot.conf"), dovecotConf(place));
}

export const certificateOf = (folder: string): string => join(folder, "cert.pem");

function certificate(folder: string): void {
  const names = "subjectAltName=DNS:localhost,IP:127.0.0.1";
  const files = ["-keyout", join(folder, "key.pem"), "-out", certificateOf(folder)];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "36500"];
  execFileSync("openssl", ["req", ...kind, "-subj", "/CN=localhost", "-addext", names, ...files], { stdio: "ignore" });
}

const domains = [...new Set(accounts.map((one) => one.slice(one.indexOf("@") + 1)))];

const mainCf = ({ folder }: MailPlace): string => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = mx.kreis.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
disable_dns_lookups = yes
smtpd_peername_lookup = no
smtputf8_enable = yes
message_size_limit = 20000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
virtual_mailbox_domains = ${domains.join(", ")}
virtual_mailbox_maps = texthash:${folder}/postfix/mailboxes
virtual_transport = lmtp:unix:${folder}/dovecot/lmtp
relay_domains = ${BOUNCING}
relay_transport = lmtp:unix:${folder}/dovecot/lmtp
relay_recipient_maps =
alias_maps =
alias_database =
biff = no
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${folder}/dovecot/auth-smtp
smtpd_tls_cert_file = ${folder}/cert.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_tls_security_level = may
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
in_flow_delay = 0
service_throttle_time = 1s
`;

const masterCf = ({ smtp, smtps }: MailPlace): string => `
127.0.0.1:${smtp} inet n - n - - smtpd
127.0.0.1:${smtps} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

const dovecotConf = ({ folder, imap, imaps }: MailPlace): string => `
base_dir = ${folder}/dovecot/run
state_dir = ${folder}/dovecot
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
auth_username_format = %Lu
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = passwd-file
  args = ${folder}/dovecot/users
}
userdb {
  driver = passwd-file
  args = ${folder}/dovecot/users
  override_fields = uid=nobody gid=nogroup home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
service lmtp {
  unix_listener ${folder}/dovecot/lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener ${folder}/dovecot/auth-smtp {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
